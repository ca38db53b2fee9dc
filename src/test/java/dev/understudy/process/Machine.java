package dev.understudy.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Somebody's machine: a home and a state directory of its own, empty at first. */
record Machine(Path folder) {
    private static final JsonMapper JSON = new JsonMapper();

    static Machine in(Path parent) {
        try {
            Machine machine = new Machine(Files.createTempDirectory(parent, "machine"));
            for (Path made : List.of(machine.home(), machine.temporary())) {
                Files.createDirectory(made);
            }
            return machine;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts the program here. */
    Program start(String... arguments) {
        Map<String, String> environment = Map.of("HOME", home().toString(), "XDG_STATE_HOME", state().toString());
        return Program.start(temporary(), environment, arguments);
    }

    /** Starts a drill of the tests' own scenario on a cluster, with the responders of its script. */
    Program drill(Shop shop, String... more) {
        return begin(
                shop,
                Stream.concat(Stream.of("--responders", "scripted"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Program begin(Shop shop, String... more) {
        return start(Stream.concat(
                        Stream.of(
                                "run",
                                "src/test/resources/process/drill.yaml",
                                "--kubeconfig",
                                shop.kubeconfig().toString(),
                                "--report",
                                report().toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    /** Starts a drill of the tests' own scenario that waits for people. */
    Program live(Shop shop, String... more) {
        return begin(
                shop,
                Stream.concat(Stream.of("--responders", "live"), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Runs the program here to its end. */
    Ended run(String... arguments) {
        try (Program program = start(arguments)) {
            return program.ended();
        }
    }

    /** Returns the report that the drill left, read. */
    JsonNode reported() {
        return read(report().resolve("report.json"));
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    /** Where drills leave their reports. */
    Path report() {
        return folder.resolve("report");
    }

    Path state() {
        return folder.resolve("state");
    }

    /** Where the token of the webhooks is, once a live drill has begun here. */
    Path hookToken() {
        return state().resolve("understudy/hook-token");
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Path temporary() {
        return folder.resolve("tmp");
    }
}
