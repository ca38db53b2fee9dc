package dev.understudy.simulated.cron;

import dev.understudy.simulated.object.Durations;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** When something is to happen again and again. */
public sealed interface CronSchedule permits Calendar, Every {
    /** Returns the next time strictly after {@code time}; empty when there is none within five years. */
    Optional<Instant> next(Instant time);

    /**
     * Reads five fields (minute, hour, day of month, month, day of week), a name such as {@code @hourly}, or
     * {@code @every 1h30m}.
     *
     * @param zone where the fields are meant
     * @throws BadSchedule when the text is none of these
     */
    static CronSchedule parse(String text, ZoneId zone) {
        if (text.startsWith("@every ")) {
            return Durations.read(text.substring("@every ".length()))
                    .map(Every::new)
                    .orElseThrow(() -> new BadSchedule("failed to parse duration " + text));
        }
        return Calendar.parse(
                switch (text) {
                    case "@yearly", "@annually" -> "0 0 1 1 *";
                    case "@monthly" -> "0 0 1 * *";
                    case "@weekly" -> "0 0 * * 0";
                    case "@daily", "@midnight" -> "0 0 * * *";
                    case "@hourly" -> "0 * * * *";
                    default -> named(text);
                },
                zone);
    }

    private static String named(String text) {
        if (text.startsWith("@")) {
            throw new BadSchedule("unrecognized descriptor: " + text);
        }
        return text;
    }
}
