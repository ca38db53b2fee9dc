package dev.understudy.cluster.kubernetes.watch;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import dev.understudy.cluster.kubernetes.wire.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every object of a kind at one moment.
 *
 * @param version resourceVersion of the list, from which a watch goes on; empty when the server does not serve the type
 */
record Listing(List<ClusterObject> objects, String version) {
    private static final String PAGE = "500";

    /** Lists page by page; begins again without pages when a page has become too old. */
    static Listing of(ApiServer server, Watched what) {
        List<ClusterObject> all = new ArrayList<>();
        Map<String, String> query = new LinkedHashMap<>(Map.of("limit", PAGE));
        while (true) {
            Call call = what.list(query);
            Reply reply = server.ask(call);
            if (reply.status() == 410 && query.containsKey("continue")) {
                all.clear();
                query.clear();
                continue;
            }
            if (reply.status() == 404 && optional(what.type())) {
                return new Listing(List.of(), "");
            }
            if (!reply.ok()) {
                throw server.failure(call, reply);
            }
            Map<String, Object> list = reply.json();
            PlainJson.objects(list.get("items")).forEach(json -> all.add(what.object(json)));
            String more = PlainJson.text(list, "metadata", "continue");
            if (more.isEmpty()) {
                return new Listing(List.copyOf(all), PlainJson.text(list, "metadata", "resourceVersion"));
            }
            query.put("continue", more);
        }
    }

    /** A cluster may do without autoscalers; without the other types no drill means anything. */
    private static boolean optional(ResourceType type) {
        return type.equals(ResourceType.AUTOSCALER);
    }
}
