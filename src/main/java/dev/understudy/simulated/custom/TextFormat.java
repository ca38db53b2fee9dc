package dev.understudy.simulated.custom;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The formats of texts that are checked; every other format is a note for readers. */
final class TextFormat {
    private static final Pattern UUID =
            Pattern.compile("(?i)^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$");
    private static final Pattern BYTES = Pattern.compile("^[A-Za-z0-9+/]*={0,2}$");
    private static final Pattern IPV4 = Pattern.compile("^((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}$");
    private static final Pattern MAIL = Pattern.compile("^[^@\\s]+@[^@\\s]+$");

    private TextFormat() {}

    static boolean fits(String format, String text) {
        return switch (format) {
            case "date-time" -> parses(text, OffsetDateTime::parse);
            case "date" -> parses(text, LocalDate::parse);
            case "uuid" -> UUID.matcher(text).matches();
            case "byte" -> BYTES.matcher(text).matches() && text.length() % 4 == 0;
            case "ipv4" -> IPV4.matcher(text).matches();
            case "email" -> MAIL.matcher(text).matches();
            default -> true;
        };
    }

    private static boolean parses(String text, Consumer<String> parser) {
        try {
            parser.accept(text);
            return true;
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }
}
