package dev.understudy.simulated.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.traffic.RequestLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the containers of all pods have said: that an application started and ended, what it answered when that was not
 * what it answered before, and the output of main processes that are commands. The life before the present one is kept
 * too. Safe to use from several threads.
 */
public final class Logbook implements RequestLog {
    private final InstantSource clock;
    private final Map<Name, Life> present = new HashMap<>();
    private final Map<Name, Life> previous = new HashMap<>();

    /** Dates lines by this clock. */
    public Logbook(InstantSource clock) {
        this.clock = clock;
    }

    /** One container of one pod. */
    private record Name(String pod, String container) {
        static Name of(Container container) {
            return new Name(Meta.uid(container.pod()), container.name());
        }
    }

    /** Notes what a change of a pod says about its containers. */
    public synchronized void hear(StoreEvent event) {
        if (!event.kind().equals(Kinds.POD)) {
            return;
        }
        String uid = Meta.uid(event.object());
        if (event.type() == StoreEvent.Type.DELETED) {
            forget(uid);
            return;
        }
        Container.all(event.object()).forEach(this::follow);
    }

    private void forget(String uid) {
        present.forEach((name, life) -> {
            if (name.pod().equals(uid) && !life.hasEnded()) {
                life.end();
            }
        });
        present.keySet().removeIf(name -> name.pod().equals(uid));
        previous.keySet().removeIf(name -> name.pod().equals(uid));
    }

    private void follow(Container container) {
        JsonNode running = container.status().path("state").path("running");
        JsonNode terminated = container.status().path("state").path("terminated");
        JsonNode state = running.isMissingNode() ? terminated : running;
        if (state.isMissingNode()) {
            // waiting to start again: the last life has ended, though nobody may have seen how
            JsonNode last = container.status().path("lastState").path("terminated");
            if (!last.isMissingNode()) {
                end(container, last);
            }
            return;
        }
        begin(container, Timestamps.read(state.path("startedAt")).orElseGet(clock::instant));
        if (!terminated.isMissingNode()) {
            end(container, terminated);
        }
    }

    private void begin(Container container, Instant at) {
        Name name = Name.of(container);
        String identity = container.life();
        Life life = present.get(name);
        if (life != null && life.identity().equals(identity)) {
            return;
        }
        if (life != null) {
            if (!life.hasEnded()) {
                life.end();
            }
            previous.put(name, life);
        }
        Life next = new Life(identity);
        present.put(name, next);
        if (MainCommand.of(container.spec()).isEmpty()) {
            next.say(
                    new Line(at, "simulated application " + container.name() + " (" + container.image() + ") started"));
        }
    }

    private void end(Container container, JsonNode terminated) {
        Life life = present.get(Name.of(container));
        if (life == null || life.hasEnded() || MainCommand.of(container.spec()).isPresent()) {
            // a command has said everything only when its process has ended
            return;
        }
        String reason = terminated.path("reason").asText("");
        if (!reason.equals("OOMKilled")) {
            Instant at = Timestamps.read(terminated.path("finishedAt")).orElseGet(clock::instant);
            life.say(new Line(
                    at,
                    "simulated application " + container.name() + " exits with code "
                            + terminated.path("exitCode").asInt()));
        }
        life.end();
    }

    @Override
    public synchronized void answered(ObjectNode pod, String path, int status, String message) {
        String container =
                pod.path("spec").path("containers").path(0).path("name").asText();
        Life life = present.get(new Name(Meta.uid(pod), container));
        String plain = path.split("\\?", 2)[0];
        if (life != null && !life.hasEnded() && life.isNews(plain, status)) {
            String why = message.isEmpty() ? "" : ": " + message;
            life.say(new Line(clock.instant(), "answers " + plain + " with " + status + why));
        }
    }

    /** Notes a line that the main process of a container wrote. */
    synchronized void write(Container container, String text) {
        lifeOf(container).ifPresent(life -> life.say(new Line(clock.instant(), text)));
    }

    /** Notes that the main process of a container has ended. */
    synchronized void ended(Container container) {
        lifeOf(container).filter(life -> !life.hasEnded()).ifPresent(Life::end);
    }

    /** Tells whether this life of the container may still say something. */
    synchronized boolean isOpen(Container container) {
        return lifeOf(container).filter(life -> !life.hasEnded()).isPresent();
    }

    private Optional<Life> lifeOf(Container container) {
        return Optional.ofNullable(present.get(Name.of(container)))
                .filter(life -> life.identity().equals(container.life()));
    }

    /** Returns the lines of a life, oldest first; empty when there has been no such life. */
    public synchronized Optional<List<Line>> lines(Container container, boolean before) {
        return Optional.ofNullable((before ? previous : present).get(Name.of(container)))
                .map(Life::lines);
    }

    /**
     * Hands every later line of the present life to a reader.
     *
     * @param past gets the lines that were said already, before the first later one
     * @return what lets the reader go
     */
    public synchronized Runnable follow(Container container, Consumer<List<Line>> past, LogReader reader) {
        Life life = present.get(Name.of(container));
        if (life == null) {
            past.accept(List.of());
            reader.ended();
            return () -> {};
        }
        past.accept(life.lines());
        life.join(reader);
        return () -> leave(life, reader);
    }

    private synchronized void leave(Life life, LogReader reader) {
        life.leave(reader);
    }
}
