package dev.understudy.simulated.api;

import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.traffic.Answer;
import dev.understudy.simulated.traffic.Call;
import dev.understudy.simulated.traffic.ServiceTraffic;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers for {@code services/proxy}: what the pods behind a service would answer. */
final class ServiceProxy implements Endpoint {
    private final MemoryStore store;
    private final ServiceTraffic traffic;

    ServiceProxy(MemoryStore store, ServiceTraffic traffic) {
        this.store = store;
        this.traffic = traffic;
    }

    @Override
    public Reply answer(Ask ask) {
        // The name may carry a scheme and a port: "https:web:8443", "web:http", "web".
        String[] parts = ask.target().name().split(":", -1);
        String name = parts.length == 3 ? parts[1] : parts[0];
        String port = parts.length == 1 ? "" : parts[parts.length - 1];
        String namespace = ask.target().namespace();
        if (store.get(Kinds.SERVICE, namespace, name).isEmpty()) {
            throw Refusals.notFound(Kinds.SERVICE, name);
        }
        Answer answer = traffic.answer(new Call(namespace, name, port, ask.method(), path(ask)));
        return new Reply(
                answer.status(),
                answer.contentType(),
                answer.body().getBytes(StandardCharsets.UTF_8),
                List.of(),
                0,
                answer.latency());
    }

    private static String path(Ask ask) {
        StringBuilder path = new StringBuilder("/").append(ask.target().rest());
        char separator = '?';
        for (var parameter : ask.query()) {
            path.append(separator).append(parameter.getKey()).append('=').append(parameter.getValue());
            separator = '&';
        }
        return path.toString();
    }
}
