package dev.understudy.history;

import dev.understudy.roster.Identities;
import dev.understudy.roster.Responder;
import dev.understudy.roster.Roster;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom the names in an incident file stand for. A name is a responder's only if the roster or the mapping says so,
 * letter by letter; only mail addresses may differ by case. Nothing is ever guessed: a name that is two responders' is
 * nobody's.
 */
public final class People {
    private final Map<String, String> responders = new HashMap<>();
    private final Map<String, String> byEmail = new HashMap<>();
    private final Set<String> shared = new HashSet<>();
    private final Map<String, String> aliases;
    private final Set<String> administrative;

    private People(ImportMapping mapping) {
        this.aliases = mapping.people();
        this.administrative = mapping.administrative();
    }

    /** Returns those of a roster, and the aliases that a mapping adds. */
    public static People of(Roster roster, ImportMapping mapping) {
        People people = new People(mapping);
        roster.responders().forEach(people::introduce);
        return people;
    }

    private void introduce(Responder responder) {
        Identities identities = responder.identities();
        identities.kubernetes().forEach(user -> claim(responders, user, responder));
        claim(responders, responder.name(), responder);
        claim(responders, identities.slack(), responder);
        claim(responders, identities.pagerduty(), responder);
        String email = identities.email();
        claim(byEmail, email == null ? null : lower(email), responder);
    }

    private void claim(Map<String, String> names, @Nullable String name, Responder responder) {
        if (name == null) {
            return;
        }
        String owner = names.putIfAbsent(name, responder.name());
        if (owner != null && !owner.equals(responder.name())) {
            shared.add(name);
        }
    }

    /** Returns the responder whom a name in the file stands for; empty when nobody says. */
    public Optional<String> responder(String identity) {
        String alias = aliases.get(identity);
        if (alias != null) {
            return Optional.of(alias);
        }
        if (isShared(identity)) {
            return Optional.empty();
        }
        String exact = responders.get(identity);
        return Optional.ofNullable(exact == null ? byEmail.get(lower(identity)) : exact);
    }

    /** Tells whether several responders claim a name. */
    public boolean isShared(String identity) {
        String exact = responders.get(identity);
        String mailed = byEmail.get(lower(identity));
        return shared.contains(identity) || (exact != null && mailed != null && !exact.equals(mailed));
    }

    /** Tells whether whoever a name stands for closes what others have resolved. */
    public boolean isAdministrative(String identity) {
        return administrative.contains(identity)
                || responder(identity).filter(administrative::contains).isPresent();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
