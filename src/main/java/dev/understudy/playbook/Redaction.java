package dev.understudy.playbook;

import dev.understudy.roster.Identities;
import dev.understudy.roster.IncidentClass;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.roster.Specialty;
import dev.understudy.roster.Team;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds names in free text, as whole words, whatever their case, but for parts of two letters; the longest first, so
 * that a mail address goes before the name in it.
 *
 * @param pattern finds any of the words
 * @param labels by word, in lower case
 */
record Redaction(@Nullable Pattern pattern, Map<String, String> labels) {
    static final String SOMEBODY = "somebody";
    /** A single letter says too little. */
    private static final int SHORTEST_PART = 2;
    /** Shorter parts of a title, such as Li or An, are found only as they are written there. */
    private static final int SHORTEST_ANYHOW = 3;

    static Redaction of(Roster roster, Map<String, String> labels) {
        Map<String, String> words = new TreeMap<>();
        Map<String, String> asWritten = new TreeMap<>();
        Set<String> kept = kept(roster);
        for (Responder responder : roster.responders()) {
            String label = labels.getOrDefault(responder.name(), "");
            parts(responder)
                    .filter(part -> !kept.contains(lower(part)))
                    .forEach(part -> (part.length() < SHORTEST_ANYHOW ? asWritten : words)
                            .putIfAbsent(part.length() < SHORTEST_ANYHOW ? part : lower(part), label));
        }
        accepters(roster)
                .flatMap(name ->
                        Stream.concat(Stream.of(name), capitals(name).filter(p -> p.length() >= SHORTEST_ANYHOW)))
                .map(Redaction::lower)
                .filter(word -> !kept.contains(word))
                .forEach(word -> words.putIfAbsent(word, SOMEBODY));
        // whole names come last: they win over a part of somebody else's title
        for (Responder responder : roster.responders()) {
            String label = labels.getOrDefault(responder.name(), "");
            whole(responder).map(Redaction::lower).forEach(word -> words.put(word, label));
        }
        Pattern pattern = pattern(words.keySet(), asWritten.keySet());
        asWritten.forEach((part, label) -> words.putIfAbsent(lower(part), label));
        return new Redaction(pattern, Map.copyOf(words));
    }

    private static @Nullable Pattern pattern(Set<String> words, Set<String> asWritten) {
        if (words.isEmpty()) {
            return null;
        }
        Stream<String> longestFirst = words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote);
        String any = Stream.concat(longestFirst, asWritten.stream().map(part -> "(?-i:" + Pattern.quote(part) + ")"))
                .collect(Collectors.joining("|"));
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    String of(String text) {
        return pattern == null
                ? text
                : pattern.matcher(text)
                        .replaceAll(
                                found -> Matcher.quoteReplacement(labels.getOrDefault(lower(found.group()), SOMEBODY)));
    }

    private static Stream<String> whole(Responder responder) {
        Identities identities = responder.identities();
        return Stream.concat(
                        Stream.of(responder.name(), responder.title()),
                        Stream.concat(
                                identities.kubernetes().stream(),
                                Stream.of(identities.slack(), identities.pagerduty(), identities.email())
                                        .flatMap(Stream::ofNullable)))
                .filter(word -> !word.isBlank());
    }

    /** First names and family names of people; the title of an assistant is made of common words. */
    private static Stream<String> parts(Responder responder) {
        return responder.kind() != ResponderKind.PERSON
                ? Stream.empty()
                : capitals(responder.title()).filter(part -> part.length() >= SHORTEST_PART);
    }

    /** Who answers for an accepted dependence need not be a responder, and has a name all the same. */
    private static Stream<String> accepters(Roster roster) {
        return roster.services().stream()
                .flatMap(service -> service.specialties().stream())
                .map(Specialty::acceptedBy)
                .filter(name -> !name.isBlank());
    }

    private static Stream<String> capitals(String name) {
        return Stream.of(name.split("[^\\p{L}\\p{N}]+"))
                .filter(part -> !part.isEmpty() && Character.isUpperCase(part.charAt(0)));
    }

    /** Words that stand for services, classes and teams are never taken for a part of a person's title. */
    private static Set<String> kept(Roster roster) {
        Set<String> kept = new HashSet<>();
        roster.services().stream().map(ServiceEntry::name).map(Redaction::lower).forEach(kept::add);
        roster.teams().stream().map(Team::name).map(Redaction::lower).forEach(kept::add);
        roster.incidentClasses().stream()
                .map(IncidentClass::name)
                .map(Redaction::lower)
                .forEach(kept::add);
        return kept;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
