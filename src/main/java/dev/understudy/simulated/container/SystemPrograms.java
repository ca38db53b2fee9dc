package dev.understudy.simulated.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Programs that tell of the machine, and those that do little else than end. */
final class SystemPrograms {
    static final Map<String, Program> ALL = Map.of(
            "hostname", SystemPrograms::hostname,
            "ps", SystemPrograms::ps,
            "id", SystemPrograms::id,
            "whoami", SystemPrograms::whoami,
            "date", SystemPrograms::date,
            "sleep", SystemPrograms::sleep,
            "pwd", SystemPrograms::pwd,
            "true", call -> 0,
            "false", call -> 1,
            "kill", SystemPrograms::kill);

    /** The exit code of a process that ended by the usual signal. */
    private static final int TERMINATED = 143;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss 'UTC' yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private SystemPrograms() {}

    private static int hostname(Call call) throws IOException {
        call.streams().say(call.container().hostname());
        return 0;
    }

    private static int ps(Call call) throws IOException {
        call.streams().say("PID   USER     TIME  COMMAND");
        call.streams().say("    1 " + user(call) + "     0:00 " + mainCommand(call.container()));
        call.streams().say("    7 " + user(call) + "     0:00 " + String.join(" ", call.words()));
        return 0;
    }

    /** The command of the container; where the image decides it, the image's name. */
    private static String mainCommand(Container container) {
        List<String> words = new ArrayList<>();
        container.spec().path("command").forEach(word -> words.add(word.asText()));
        if (words.isEmpty()) {
            String image = container.image().substring(container.image().lastIndexOf('/') + 1);
            words.add(image.split("[:@]", 2)[0]);
        }
        container.spec().path("args").forEach(word -> words.add(word.asText()));
        return String.join(" ", words);
    }

    private static int id(Call call) throws IOException {
        int number = number(call);
        String name = number == 0 ? "(root)" : "";
        call.streams()
                .say(
                        call.hasOption("-u")
                                ? Integer.toString(number)
                                : "uid=" + number + name + " gid=" + number + name);
        return 0;
    }

    private static int whoami(Call call) throws IOException {
        call.streams().say(user(call).strip());
        return 0;
    }

    private static String user(Call call) {
        int number = number(call);
        return number == 0 ? "root" : String.format(Locale.ROOT, "%-4d", number);
    }

    private static int number(Call call) {
        JsonNode own = call.container().spec().path("securityContext").path("runAsUser");
        JsonNode pods =
                call.container().pod().path("spec").path("securityContext").path("runAsUser");
        return own.isMissingNode() ? pods.asInt(0) : own.asInt();
    }

    private static int date(Call call) throws IOException {
        var now = call.world().clock().instant();
        call.streams().say(call.hasOption("+%s") ? Long.toString(now.getEpochSecond()) : DATE.format(now));
        return 0;
    }

    private static int sleep(Call call) throws IOException, InterruptedException {
        if (call.operands().isEmpty()) {
            call.streams().complain("sleep: missing operand");
            return 1;
        }
        for (String wish : call.operands()) {
            Duration pause = pause(wish);
            if (pause.isNegative()) {
                call.streams().complain("sleep: invalid number '" + wish + "'");
                return 1;
            }
            Thread.sleep(pause);
        }
        return 0;
    }

    /** Reads {@code 5}, {@code 0.5}, {@code 2m}, {@code 1h} and {@code infinity}; negative for anything else. */
    private static Duration pause(String text) {
        if (text.startsWith("inf")) {
            return Duration.ofDays(365);
        }
        if (!text.matches("\\d{1,9}(\\.\\d{1,3})?[smhd]?")) {
            return Duration.ofMillis(-1);
        }
        String number = text.replaceAll("[smhd]", "");
        long unit = switch (text.charAt(text.length() - 1)) {
            case 'm' -> 60_000;
            case 'h' -> 3_600_000;
            case 'd' -> 86_400_000;
            default -> 1_000;
        };
        return Duration.ofMillis((long) (Double.parseDouble(number) * unit));
    }

    private static int pwd(Call call) throws IOException {
        String folder = call.container().spec().path("workingDir").asText("");
        call.streams().say(folder.isEmpty() ? "/" : folder);
        return 0;
    }

    /** Ends the container's main process, as an application does that is told to; others are not there to be ended. */
    private static int kill(Call call) throws IOException {
        int code = 0;
        for (String process : call.operands()) {
            if (process.equals("1") && !call.hasOption("-9") && !call.hasOption("-KILL")) {
                call.world().exits().exited(call.container(), TERMINATED);
            } else if (!process.equals("1")) {
                call.streams().complain("sh: can't kill pid " + process + ": No such process");
                code = 1;
            }
        }
        return code;
    }
}
