package dev.understudy.history.file;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Eighteen months of tickets of an invented team, always the same: what is known of the cache is known to ana, what is known
 * of payments to few, search is everybody's; the service desk closes what others have resolved.
 */
final class InventedHistory {
    private static final String HEADER = "Number,Business Service,Category,Created (Europe/Lisbon),Acknowledged,"
            + "Acknowledged By,Closed,Closed By,Escalations,Worked By,Reassigned To,Advice,Changed Production";

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");
    private static final LocalDate FIRST = LocalDate.of(2025, 5, 22);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    private final SplittableRandom random = new SplittableRandom(20_261_122);

    /**
     * A family of incidents and who is drawn into it.
     *
     * @param monthly how many in a month
     * @param firstLine who takes it, any of them
     * @param expert who ends up with it
     * @param pull in how many of a hundred that happens
     * @param minutes that it takes without the expert; less with
     */
    private record Family(
            String service,
            String category,
            double monthly,
            List<String> firstLine,
            String expert,
            int pull,
            int minutes) {}

    private static final List<Family> FAMILIES = List.of(
            new Family("Checkout", "Cache", 4.5, List.of("bo", "cem", "ana"), "ana", 86, 150),
            new Family("Checkout", "Release", 3.2, List.of("bo", "cem", "ana"), "ana", 45, 60),
            new Family("Checkout", "Dependency", 1.2, List.of("bo", "cem"), "ana", 40, 80),
            new Family("Payments", "Release", 2.4, List.of("bo", "dia", "fay"), "dia", 50, 70),
            new Family("Payments", "Dependency", 2.6, List.of("bo", "dia", "fay"), "dia", 66, 95),
            new Family("Payments", "Certificates", 0.7, List.of("bo", "fay"), "ana", 80, 120),
            new Family("Search", "Capacity", 3.6, List.of("cem", "eli", "fay"), "eli", 30, 45),
            new Family("Search", "Release", 1.6, List.of("cem", "eli", "fay"), "fay", 25, 40),
            new Family("legacy-ftp", "Other", 0.5, List.of("eli"), "eli", 20, 30));

    /** How the pager, the tickets and the chat name a person; most often by the first of these. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "ana", List.of("ana@shop.example", "P01", "\"Sousa, Ana\""),
            "bo", List.of("bo@shop.example", "P02", "Bo Lund"),
            "cem", List.of("cem@shop.example", "U03", "Cem Aydin"),
            "dia", List.of("dia@shop.example", "P04", "Dia Mensah"),
            "eli", List.of("eli@shop.example", "U05"),
            "fay", List.of("fay@shop.example", "P06", "FAY@shop.example"),
            "copilot", List.of("system:serviceaccount:ops:copilot"));

    private record Ticket(LocalDateTime created, String rest) {}

    /** Returns the lines of the file, header first. */
    List<String> lines() {
        List<Ticket> tickets = new ArrayList<>();
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            for (Family family : FAMILIES) {
                if (random.nextDouble() < family.monthly / 30 * (weekend ? 0.5 : 1.2)) {
                    tickets.add(ticket(family, day));
                }
            }
        }
        tickets.sort(Comparator.comparing(Ticket::created));
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (Ticket ticket : tickets) {
            lines.add("INC%05d,%s".formatted(10_000 + lines.size() * 3, ticket.rest()));
        }
        return lines;
    }

    private Ticket ticket(Family family, LocalDate day) {
        int hour = random.nextInt(10) < 8 ? random.nextInt(8, 20) : random.nextInt(24);
        LocalDateTime created = clear(day.atTime(hour, random.nextInt(60)));
        String first = any(family.firstLine);
        boolean byExpert = first.equals(family.expert);
        boolean pulled = byExpert || random.nextInt(100) < family.pull;
        LocalDateTime acknowledged = after(created, random.nextInt(1, byExpert ? 12 : 25));
        int minutes = (pulled ? family.minutes / 2 : family.minutes) + random.nextInt(family.minutes);
        LocalDateTime closed = after(acknowledged, minutes + random.nextInt(600));
        int escalations = byExpert ? 0 : pulled ? random.nextInt(1, 3) : random.nextInt(5) == 0 ? 1 : 0;
        String rest = String.join(
                ",",
                family.service,
                family.category,
                WRITTEN.format(created),
                random.nextInt(40) == 0 ? "N/A" : WRITTEN.format(acknowledged),
                name(first),
                WRITTEN.format(closed),
                random.nextInt(100) < 78 ? "desk" : name(first),
                random.nextInt(12) == 0 ? "-" : String.valueOf(escalations),
                people(family, first, pulled));
        return new Ticket(created, rest);
    }

    /** Who worked on it, was handed it, gave advice, changed production. */
    private String people(Family family, String first, boolean pulled) {
        Set<String> worked = new LinkedHashSet<>(List.of(first));
        if (pulled && random.nextInt(3) > 0) {
            worked.add(family.expert);
        }
        if (random.nextInt(4) == 0) {
            worked.add(any(family.firstLine));
        }
        boolean handed = pulled && !first.equals(family.expert);
        String advice =
                handed && random.nextBoolean() ? name(family.expert) : random.nextInt(9) == 0 ? name("copilot") : "";
        String changed = random.nextInt(10) < 7 ? name(pulled ? family.expert : first) : "";
        return String.join(",", list(worked), handed ? name(family.expert) : "", advice, changed);
    }

    private static LocalDateTime after(LocalDateTime time, int minutes) {
        return clear(time.atZone(LISBON).plusMinutes(minutes).toLocalDateTime());
    }

    /** Keeps out of the hour in which clocks change: that is what the odd rows are for. */
    private static LocalDateTime clear(LocalDateTime time) {
        return time.getHour() == 1 ? time.plusHours(1) : time;
    }

    private String list(Set<String> people) {
        List<String> names = people.stream().map(this::name).toList();
        boolean quoted = names.stream().anyMatch(name -> name.startsWith("\""));
        String joined = String.join(";", names).replace("\"", "");
        return quoted ? "\"" + joined + "\"" : joined;
    }

    private String name(String person) {
        List<String> names = Objects.requireNonNull(NAMES.get(person));
        return random.nextInt(10) < 7 ? names.getFirst() : any(names);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
