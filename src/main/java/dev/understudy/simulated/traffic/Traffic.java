package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Answers a request to a Service as one of its ready pods would. A pod that declares dependencies answers 503 while one
 * of them cannot be reached or is itself unwell; a cycle of dependencies alone makes nobody unwell.
 */
public final class Traffic implements ServiceTraffic {
    /** With the value {@code dependencies}, a pod is not ready while one of its dependencies cannot be reached. */
    public static final String READINESS = "simulated.understudy.dev/readiness";

    private final Routes routes;
    private final RequestLog log;

    public Traffic(ObjectStore store) {
        this(store, (pod, request, status, message) -> {});
    }

    /** Tells {@code log} of every request that a pod answers. */
    public Traffic(ObjectStore store, RequestLog log) {
        this.routes = new Routes(store);
        this.log = log;
    }

    @Override
    public Answer answer(Call call) {
        ServiceName service = new ServiceName(call.namespace(), call.service());
        return switch (routes.find(service, call.port())) {
            case Route.None(Refused why) -> why.answer();
            case Route.To(ObjectNode pod) -> answer(service, pod, call.path());
        };
    }

    /** Connects to a Service as a pod does, without the API server between. */
    Response connect(ObjectNode service, int port, String path) {
        ServiceName name = new ServiceName(Meta.namespace(service), Meta.name(service));
        return switch (routes.find(name, Integer.toString(port))) {
            case Route.None(Refused why) ->
                why.message().startsWith("no endpoints") ? new Response.NobodyListens() : new Response.Silence();
            case Route.To(ObjectNode pod) -> new Response.Answered(answer(name, pod, path));
        };
    }

    /** Answers as one pod would, whichever Service it belongs to. */
    Answer answerOf(ObjectNode pod, String path) {
        String app = Marks.label(pod, "app.kubernetes.io/name");
        String name = app.isEmpty() ? Marks.label(pod, "app") : app;
        return answer(new ServiceName(Meta.namespace(pod), name.isEmpty() ? Meta.name(pod) : name), pod, path);
    }

    private Answer answer(ServiceName service, ObjectNode pod, String path) {
        Behaviour behaviour = Behaviour.of(pod);
        Set<ServiceName> asked = new HashSet<>(Set.of(service));
        Optional<String> failure =
                behaviour.reportsHealth(path) ? failure(behaviour, service.namespace(), asked) : Optional.empty();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("service", service.name()).put("pod", Meta.name(pod));
        body.put("status", failure.isPresent() ? "failing" : "ok");
        failure.ifPresent(why -> body.put("message", why));
        int code = failure.isPresent() ? 503 : 200;
        log.answered(pod, path, code, failure.orElse(""));
        return new Answer(code, "application/json", body.toString(), behaviour.latency());
    }

    /** Tells whether the pod's readiness follows its dependencies. */
    public boolean decidesReadiness(ObjectNode pod) {
        return Marks.annotation(pod, READINESS).equals("dependencies");
    }

    /** Returns which dependency the pod cannot reach, empty when it reaches all. */
    public Optional<String> unreachable(ObjectNode pod) {
        return failure(Behaviour.of(pod), Meta.namespace(pod), new HashSet<>());
    }

    /** Asks each dependency once, however many ways lead to it; {@code asked} are those already under way. */
    private Optional<String> failure(Behaviour behaviour, String namespace, Set<ServiceName> asked) {
        for (ServiceName dependency : behaviour.dependsOn()) {
            if (asked.add(dependency)) {
                Optional<String> why = unwell(dependency, asked);
                if (why.isPresent()) {
                    return Optional.of("cannot reach " + dependency.from(namespace) + ": " + why.get());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> unwell(ServiceName service, Set<ServiceName> asked) {
        return switch (routes.findAny(service)) {
            case Route.None(Refused why) -> Optional.of(why.message());
            case Route.To(ObjectNode pod) -> failure(Behaviour.of(pod), service.namespace(), asked);
        };
    }
}
