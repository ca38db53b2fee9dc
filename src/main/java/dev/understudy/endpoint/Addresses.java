package dev.understudy.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.journal.DrillLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The addresses of living drills: a file for each in a directory of this user's, so that commands find a drill by
 * themselves. A file whose drill no process holds is a dead one's, and is removed by whoever finds it.
 */
public final class Addresses {
    private static final String SUFFIX = ".json";
    private static final JsonMapper JSON = new JsonMapper();

    private final Path directory;
    private final DrillLock locks;

    /**
     * @param directory made when the first drill begins to listen, for this user alone
     * @param locks tell a living drill from a dead one
     */
    public Addresses(Path directory, DrillLock locks) {
        this.directory = directory;
        this.locks = locks;
    }

    /**
     * What is found.
     *
     * @param living drills that listen
     * @param dead ids of drills that did, and whose process has ended
     */
    public record Found(List<Address> living, List<String> dead) {}

    /** Looks, and removes what the dead left. */
    public Found find() {
        List<Address> living = new ArrayList<>();
        List<String> dead = new ArrayList<>();
        for (Path file : files()) {
            String drill = drill(file);
            Optional<Address> address = locks.isAlive(drill) ? read(file) : Optional.empty();
            address.ifPresentOrElse(living::add, () -> {
                dead.add(drill);
                remove(drill);
            });
        }
        return new Found(List.copyOf(living), List.copyOf(dead));
    }

    void add(Address address) {
        String text = JSON.createObjectNode()
                .put("drill", address.drill())
                .put("process", address.process())
                .put("port", address.port())
                .put("token", address.token())
                .toString();
        try {
            PrivateText.write(file(address.drill()), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(address.drill()), e);
        }
    }

    void remove(String drill) {
        try {
            Files.deleteIfExists(file(drill));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file(drill), e);
        }
    }

    private Path file(String drill) {
        return directory.resolve(drill + SUFFIX);
    }

    private static String drill(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private List<Path> files() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    /** Empty when it is gone or not ours. */
    private static Optional<Address> read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            return Optional.of(new Address(
                    json.path("drill").asText(),
                    json.path("process").asLong(),
                    json.path("port").asInt(),
                    json.path("token").asText()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
