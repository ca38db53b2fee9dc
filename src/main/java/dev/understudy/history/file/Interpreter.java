package dev.understudy.history.file;

import dev.understudy.history.Column;
import dev.understudy.history.Contradictions;
import dev.understudy.history.Flaw;
import dev.understudy.history.ImportMapping;
import dev.understudy.history.Incident;
import dev.understudy.history.Participation;
import dev.understudy.history.Participation.Kind;
import dev.understudy.history.People;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes incidents of rows, by a mapping and a roster; notes on the way what somebody may want to look into. */
final class Interpreter {
    /** Letters of the longest id or name. */
    private static final int LONGEST = 200;

    private static final int MOST_ESCALATIONS = 1000;

    private final ImportMapping mapping;
    private final People people;
    private final Moments moments;
    private final Remarks remarks;
    private final String source;
    private final Instant now;

    Interpreter(ImportMapping mapping, People people, Moments moments, Remarks remarks, String source, Instant now) {
        this.mapping = mapping;
        this.people = people;
        this.moments = moments;
        this.remarks = remarks;
        this.source = source;
        this.now = now;
    }

    /**
     * Reads one row.
     *
     * @param flaws receives everything for which the row cannot be taken
     * @return the incident; empty when there are flaws
     */
    Optional<Incident> read(Row.Raw row, List<Flaw> flaws) {
        Map<Column, String> cells = row.cells();
        cells.values().removeAll(mapping.missing());
        Instant opened = moment(Column.OPENED, cells, null, flaws);
        Instant acknowledged = moment(Column.ACKNOWLEDGED, cells, opened, flaws);
        Instant resolved = moment(Column.RESOLVED, cells, acknowledged == null ? opened : acknowledged, flaws);
        String service = name(Column.SERVICE, cells, flaws);
        String incidentClass = name(Column.CLASS, cells, flaws);
        Incident incident = new Incident(
                source,
                name(Column.ID, cells, flaws),
                mapping.services().getOrDefault(service, service),
                mapping.classes().getOrDefault(incidentClass, incidentClass),
                opened == null ? now : opened,
                opened == null ? null : acknowledged,
                opened == null ? null : resolved,
                escalations(cells.get(Column.ESCALATIONS), flaws),
                participations(row.parts(), flaws));
        flaws.addAll(Contradictions.of(incident, now));
        if (!flaws.isEmpty()) {
            return Optional.empty();
        }
        remarks.taken(incident);
        return Optional.of(incident);
    }

    private static String name(Column column, Map<Column, String> cells, List<Flaw> flaws) {
        String text = cells.getOrDefault(column, "");
        if (text.isEmpty() && column.required()) {
            flaws.add(new Flaw(Flaw.Kind.MISSING, "there is no " + column.word()));
        }
        if (text.length() > LONGEST) {
            String much = "'" + column.word() + "' has " + text.length() + " letters; at most " + LONGEST + " are read";
            flaws.add(new Flaw(Flaw.Kind.LENGTH, much));
        }
        return text;
    }

    private @Nullable Instant moment(
            Column column, Map<Column, String> cells, @Nullable Instant notBefore, List<Flaw> flaws) {
        String text = cells.get(column);
        if (text == null) {
            if (column.required()) {
                flaws.add(new Flaw(Flaw.Kind.MISSING, "there is no " + column.word()));
            }
            return null;
        }
        return switch (moments.read(column, text, notBefore == null ? Instant.MIN : notBefore)) {
            case Moments.Read.At(Instant at, boolean twice) -> {
                if (twice) {
                    remarks.timeThatCameTwice();
                }
                yield at;
            }
            case Moments.Read.Bad(Flaw flaw) -> {
                flaws.add(flaw);
                yield null;
            }
        };
    }

    private static int escalations(@Nullable String text, List<Flaw> flaws) {
        if (text == null || text.equalsIgnoreCase("false")) {
            return 0;
        }
        if (text.equalsIgnoreCase("true")) {
            return 1;
        }
        if (!text.matches("-?[0-9]{1,9}") || Integer.parseInt(text) > MOST_ESCALATIONS) {
            String wanted = " is no number of escalations: 0 to " + MOST_ESCALATIONS;
            flaws.add(new Flaw(Flaw.Kind.NUMBER, Shown.quoted(text) + wanted));
            return 0;
        }
        return Integer.parseInt(text);
    }

    private List<Participation> participations(List<Row.Part> parts, List<Flaw> flaws) {
        List<Participation> taken = new ArrayList<>();
        for (Row.Part part : parts) {
            if (mapping.missing().contains(part.who())) {
                continue;
            }
            if (part.kind() == Kind.RESOLVED && people.isAdministrative(part.who())) {
                remarks.clericalClosing();
                continue;
            }
            people.responder(part.who())
                    .ifPresentOrElse(
                            name -> taken.add(new Participation(name, part.kind())), () -> flaws.add(unknown(part)));
        }
        return taken;
    }

    private Flaw unknown(Row.Part part) {
        remarks.unknownPerson(part.who());
        String why = people.isShared(part.who())
                ? " is claimed by several responders of the roster"
                : " is nobody that the roster or the mapping knows";
        return new Flaw(
                Flaw.Kind.PERSON, Shown.quoted(part.who()) + " (" + part.kind().word() + ")" + why);
    }
}
