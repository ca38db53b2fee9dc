package dev.understudy.simulated.container;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.StoreEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The commands that containers run as their main process, from the moment their status says that they run. */
public final class Processes implements AutoCloseable {
    private final Surroundings world;
    private final Logbook log;
    private final Map<Name, MainProcess> running = new HashMap<>();
    /** Those of which the status says already that they have ended. */
    private final Set<Name> released = new HashSet<>();

    public Processes(Surroundings world, Logbook log) {
        this.world = world;
        this.log = log;
    }

    /** Tells whether a container, as its spec declares it, has a command that is really run, and no application. */
    public static boolean runs(JsonNode container) {
        return MainCommand.of(container).isPresent();
    }

    /** One life of one container. */
    private record Name(String pod, String container, String life) {
        static Name of(Container container) {
            return new Name(Meta.uid(container.pod()), container.name(), container.life());
        }
    }

    /** Starts what a change of a pod says is running, and kills what it says is not. */
    public synchronized void hear(StoreEvent event) {
        if (!event.kind().equals(Kinds.POD)) {
            return;
        }
        if (event.type() == StoreEvent.Type.DELETED) {
            stopAll(Meta.uid(event.object()));
            return;
        }
        for (Container container : Container.all(event.object())) {
            Optional<List<String>> command = MainCommand.of(container.spec());
            if (container.isRunning() && command.isPresent()) {
                start(container, command.get());
            } else if (command.isPresent() && container.status().path("state").has("terminated")) {
                release(container);
            }
        }
    }

    private void start(Container container, List<String> command) {
        Name name = Name.of(container);
        if (running.containsKey(name)) {
            return;
        }
        MainProcess process = new MainProcess(container, log);
        running.put(name, process);
        Map<String, String> variables = Variables.of(container, world.store());
        List<String> words =
                command.stream().map(word -> Variables.expand(word, variables)).toList();
        process.start(world, words, code -> {
            log.ended(container);
            if (isUnexpected(name)) {
                world.exits().exited(container, code);
            }
        });
    }

    /** Tells whether the status does not say yet that this process has ended. */
    private synchronized boolean isUnexpected(Name name) {
        if (released.remove(name)) {
            running.remove(name);
            return false;
        }
        return running.containsKey(name);
    }

    /** The kubelet may know before the process itself that it ends: what it still has to say is heard. */
    private void release(Container container) {
        Name name = Name.of(container);
        MainProcess process = running.get(name);
        if (process == null) {
            runLate(name, container);
        } else if (process.hasEnded()) {
            log.ended(container);
            running.remove(name);
        } else if (released.add(name)) {
            process.killSoon();
        }
    }

    /** A command that needs no time has ended before anybody could see it run, and prints all the same. */
    private void runLate(Name name, Container container) {
        Optional<List<String>> command = MainCommand.of(container.spec()).filter(_ -> log.isOpen(container));
        if (command.isPresent() && released.add(name)) {
            start(container, command.get());
            Optional.ofNullable(running.get(name)).ifPresent(MainProcess::killSoon);
        }
    }

    private void stop(Name name) {
        MainProcess process = running.remove(name);
        if (process != null) {
            process.kill();
        }
    }

    private void stopAll(String uid) {
        List.copyOf(running.keySet()).stream()
                .filter(name -> name.pod().equals(uid))
                .forEach(this::stop);
    }

    /** Returns the process of a running container; empty for an application. */
    synchronized Optional<MainProcess> find(Container container) {
        return Optional.ofNullable(running.get(Name.of(container)));
    }

    /** Kills them all. */
    @Override
    public synchronized void close() {
        List.copyOf(running.keySet()).forEach(this::stop);
    }
}
