package dev.understudy.simulated.container;

import dev.understudy.simulated.traffic.Lookup;
import dev.understudy.simulated.traffic.Response;
import java.io.IOException;
import java.util.Map;

/** Programs that ask for names and knock on ports. */
final class NetworkPrograms {
    static final Map<String, Program> ALL = Map.of(
            "nslookup", NetworkPrograms::nslookup,
            "getent", NetworkPrograms::getent,
            "nc", NetworkPrograms::nc,
            "wget", Downloads::wget,
            "curl", Downloads::curl);

    private static final int GIVES_UP_SECONDS = 10;

    private NetworkPrograms() {}

    private static int nslookup(Call call) throws IOException, InterruptedException {
        if (call.operands().isEmpty()) {
            call.streams().complain("Usage: nslookup HOST");
            return 1;
        }
        String host = call.operands().getFirst();
        return switch (call.world().traffic().lookUp(call.container().pod(), host)) {
            case Lookup.Found(String name, String address) -> {
                call.streams().print("Server:\t\t10.96.0.10\nAddress:\t10.96.0.10:53\n\n");
                call.streams().print("Name:\t" + name + "\nAddress: " + address + "\n\n");
                yield 0;
            }
            case Lookup.Unknown() -> {
                call.streams().print("Server:\t\t10.96.0.10\nAddress:\t10.96.0.10:53\n\n");
                call.streams().print("** server can't find " + host + ": NXDOMAIN\n\n");
                yield 1;
            }
            case Lookup.Silence() -> {
                Waiting.seconds(GIVES_UP_SECONDS);
                call.streams().say(";; connection timed out; no servers could be reached");
                yield 1;
            }
        };
    }

    private static int getent(Call call) throws IOException, InterruptedException {
        if (call.operands().size() < 2 || !call.operands().getFirst().matches("a?hosts(v4)?")) {
            call.streams().complain("getent: only 'getent hosts NAME' is simulated");
            return 1;
        }
        return switch (call.world()
                .traffic()
                .lookUp(call.container().pod(), call.operands().get(1))) {
            case Lookup.Found(String name, String address) -> {
                call.streams().say(String.format("%-15s %s", address, name));
                yield 0;
            }
            case Lookup.Unknown() -> 2;
            case Lookup.Silence() -> {
                Waiting.seconds(GIVES_UP_SECONDS);
                yield 2;
            }
        };
    }

    /** Tells whether a port is open; nothing else of {@code nc} is simulated. */
    private static int nc(Call call) throws IOException, InterruptedException {
        boolean knocks = call.arguments().stream().anyMatch(word -> word.matches("-[a-z]*z[a-z]*"));
        if (!knocks || call.operands().size() < 2) {
            call.streams().complain("nc: only 'nc -z [-v] [-w SECONDS] HOST PORT' is simulated");
            return 1;
        }
        int words = call.operands().size();
        String host = call.operands().get(words - 2);
        int port = Arguments.number(call.operands().get(words - 1), 0);
        boolean tells = call.arguments().stream().anyMatch(word -> word.matches("-[a-z]*v[a-z]*"));
        return switch (call.world().traffic().lookUp(call.container().pod(), host)) {
            case Lookup.Found(String name, String address) -> knock(call, name, address, port, tells);
            case Lookup.Unknown(), Lookup.Silence() -> {
                call.streams().complain("nc: bad address '" + host + "'");
                yield 1;
            }
        };
    }

    private static int knock(Call call, String name, String address, int port, boolean tells)
            throws IOException, InterruptedException {
        String title = name + " (" + address + ":" + port + ")";
        return switch (call.world().traffic().request(call.container().pod(), address, port, "GET", "/")) {
            case Response.Answered answered -> {
                if (tells) {
                    call.streams().complain(title + " open");
                }
                yield 0;
            }
            case Response.NobodyListens() -> {
                if (tells) {
                    call.streams().complain("nc: " + title + ": Connection refused");
                }
                yield 1;
            }
            case Response.Silence() -> {
                Waiting.seconds(call.seconds("-w", GIVES_UP_SECONDS));
                if (tells) {
                    call.streams().complain("nc: " + title + ": Connection timed out");
                }
                yield 1;
            }
        };
    }
}
