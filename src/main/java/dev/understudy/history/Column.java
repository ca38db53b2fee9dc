package dev.understudy.history;

import dev.understudy.history.Participation.Kind;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an incident file may say about an incident. */
public enum Column {
    ID("what is unique about an incident in its source", true, null),
    SERVICE("the service", true, null),
    CLASS("the incident class", false, null),
    OPENED("when it began", true, null),
    ACKNOWLEDGED("when somebody took it", false, null),
    ACKNOWLEDGED_BY("who took it", false, Kind.ACKNOWLEDGED),
    RESOLVED("when it was over", false, null),
    RESOLVED_BY("who closed it", false, Kind.RESOLVED),
    ESCALATIONS("how many levels it went up; true is one", false, null),
    WORKED("who worked on it", false, Kind.WORKED),
    REASSIGNED("who was handed it", false, Kind.REASSIGNED),
    ADVISED("who said what to do", false, Kind.ADVISED),
    CHANGED("who changed something in production", false, Kind.CHANGED);

    private final String says;
    private final boolean required;
    private final @Nullable Kind kind;

    Column(String says, boolean required, @Nullable Kind kind) {
        this.says = says;
        this.required = required;
        this.kind = kind;
    }

    /** Returns what it says, in words. */
    public String says() {
        return kind == null ? says : says + "; several names with ; between";
    }

    /** Returns the name of the column in a file that needs no mapping: {@code acknowledged_by}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether no incident can be without it. */
    public boolean required() {
        return required;
    }

    /** Returns the part that whoever is named here took; empty where nobody is. */
    public Optional<Kind> kind() {
        return Optional.ofNullable(kind);
    }
}
