package dev.understudy.simulated.container;

import dev.understudy.simulated.traffic.Answer;
import dev.understudy.simulated.traffic.Lookup;
import dev.understudy.simulated.traffic.Response;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code wget} and {@code curl}: an HTTP request from inside a pod. */
final class Downloads {
    private static final int GIVES_UP_SECONDS = 10;
    private static final Set<String> CURL_VALUES = Set.of(
            "-o", "-w", "-m", "-X", "-H", "-d", "-A", "--max-time", "--connect-timeout", "--output", "--request");
    private static final Set<String> WGET_VALUES = Set.of("-O", "-T", "--timeout", "-U", "--header");

    private final Call call;

    private Downloads(Call call) {
        this.call = call;
    }

    /** What came of a request: an answer, or how the program ends without one. */
    private sealed interface Outcome {
        record Got(Answer answer) implements Outcome {}

        record UnknownHost() implements Outcome {}

        record Refused(String address) implements Outcome {}

        record TimedOut() implements Outcome {}
    }

    static int wget(Call call) throws IOException, InterruptedException {
        Optional<Address> address = url(call, WGET_VALUES).flatMap(Address::read);
        if (address.isEmpty()) {
            call.streams().complain("wget: only 'wget [-q] -O- http://HOST[:PORT]/PATH' is simulated");
            return 1;
        }
        int patience = call.seconds("-T", GIVES_UP_SECONDS);
        String host = address.get().host();
        return switch (new Downloads(call).fetch(address.get(), "GET", patience)) {
            case Outcome.Got(Answer answer) -> received(call, answer);
            case Outcome.UnknownHost() -> fail(call, 1, "wget: bad address '" + host + "'");
            case Outcome.Refused(String at) ->
                fail(call, 1, "wget: can't connect to remote host (" + at + "): Connection refused");
            case Outcome.TimedOut() -> fail(call, 1, "wget: download timed out");
        };
    }

    private static int received(Call call, Answer answer) throws IOException {
        if (answer.status() >= 400) {
            return fail(call, 1, "wget: server returned error: HTTP/1.1 " + title(answer));
        }
        if (call.hasOption("--spider")) {
            return 0;
        }
        String target = call.arguments().stream()
                .filter(word -> word.matches("-[qcS]*O.+"))
                .map(word -> word.substring(word.indexOf('O') + 1))
                .findFirst()
                .orElseGet(() -> Arguments.after("-qO", call.arguments(), Arguments.after("-O", call.arguments(), "")));
        if (target.equals("-")) {
            call.streams().print(answer.body() + "\n");
        } else if (!target.equals("/dev/null")) {
            return fail(call, 1, "wget: can't write a file: the simulated container keeps none; use -O-");
        }
        return 0;
    }

    static int curl(Call call) throws IOException, InterruptedException {
        Optional<Address> address = url(call, CURL_VALUES).flatMap(Address::read);
        if (address.isEmpty()) {
            return fail(
                    call,
                    2,
                    "curl: only 'curl [-sSfiI] [-o /dev/null] [-w FORMAT] http://HOST[:PORT]/PATH' is" + " simulated");
        }
        int patience = call.seconds("-m", call.seconds("--max-time", GIVES_UP_SECONDS));
        String method = has(call, 'I') ? "HEAD" : Arguments.after("-X", call.arguments(), "GET");
        String host = address.get().host();
        return switch (new Downloads(call).fetch(address.get(), method, patience)) {
            case Outcome.Got(Answer answer) -> shown(call, answer, method);
            case Outcome.UnknownHost() -> gripe(call, 6, "Could not resolve host: " + host);
            case Outcome.Refused(String at) ->
                gripe(
                        call,
                        7,
                        "Failed to connect to " + host + " port "
                                + address.get().port() + " after 0 ms: Could not connect to server");
            case Outcome.TimedOut() -> gripe(call, 28, "Connection timed out after " + patience + "000 milliseconds");
        };
    }

    private static int shown(Call call, Answer answer, String method) throws IOException {
        if (has(call, 'f') && answer.status() >= 400) {
            return gripe(call, 22, "The requested URL returned error: " + answer.status());
        }
        if (has(call, 'i') || has(call, 'I')) {
            call.streams()
                    .print("HTTP/1.1 " + title(answer) + "\r\nContent-Type: " + answer.contentType() + "\r\n\r\n");
        }
        if (!call.arguments().contains("/dev/null") && !method.equals("HEAD")) {
            call.streams().print(answer.body());
        }
        String format = Arguments.after("-w", call.arguments(), "");
        call.streams()
                .print(format.replace("%{http_code}", Integer.toString(answer.status()))
                        .replace("\\n", "\n"));
        return 0;
    }

    private Outcome fetch(Address address, String method, int patience) throws InterruptedException {
        return switch (call.world().traffic().lookUp(call.container().pod(), address.host())) {
            case Lookup.Found(String name, String at) -> request(address, at, method, patience);
            case Lookup.Unknown() -> new Outcome.UnknownHost();
            case Lookup.Silence() -> {
                Waiting.seconds(patience);
                yield new Outcome.UnknownHost();
            }
        };
    }

    private Outcome request(Address address, String at, String method, int patience) throws InterruptedException {
        return switch (call.world()
                .traffic()
                .request(call.container().pod(), at, address.port(), method, address.path())) {
            case Response.Answered(Answer answer) -> {
                if (answer.latency().toSeconds() >= patience) {
                    Waiting.seconds(patience);
                    yield new Outcome.TimedOut();
                }
                Thread.sleep(answer.latency());
                yield new Outcome.Got(answer);
            }
            case Response.NobodyListens() -> new Outcome.Refused(at);
            case Response.Silence() -> {
                Waiting.seconds(patience);
                yield new Outcome.TimedOut();
            }
        };
    }

    private static Optional<String> url(Call call, Set<String> withValue) {
        List<String> words = call.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (withValue.contains(word) || word.matches("-q?O")) {
                i++;
            } else if (!word.startsWith("-")) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static String title(Answer answer) {
        return HttpResponseStatus.valueOf(answer.status()).toString();
    }

    private static boolean has(Call call, char option) {
        return call.arguments().stream().anyMatch(word -> word.matches("-[sSfiIkLvN]*" + option + "[sSfiIkLvN]*"));
    }

    private static int gripe(Call call, int code, String why) throws IOException {
        return has(call, 's') && !has(call, 'S') ? code : fail(call, code, "curl: (" + code + ") " + why);
    }

    private static int fail(Call call, int code, String why) throws IOException {
        call.streams().complain(why);
        return code;
    }
}
