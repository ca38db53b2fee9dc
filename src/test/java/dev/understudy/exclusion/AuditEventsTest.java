package dev.understudy.exclusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditEventsTest {
    private final AuditEvents events = new AuditEvents(new AuditScope("shop", Set.of("nodes/node-a")));

    @Test
    void tells_who_did_what_to_which_object_and_when() {
        assertThat(events.request(event("1", "patch", "deployments", "apps", "scale", 200)))
                .contains(new AuditedRequest(
                        "bo@shop.example",
                        "kubectl/v1.32",
                        "patch",
                        "deployments.apps/cache/scale",
                        Instant.parse("2026-11-21T10:15:00.123456Z"),
                        true));
    }

    @Test
    void a_request_delivered_twice_or_in_several_stages_counts_once() {
        Map<String, Object> started = event("1", "watch", "pods", "", "", 200);
        started.put("stage", "ResponseStarted");

        assertThat(events.request(started)).isPresent();
        assertThat(events.request(event("1", "watch", "pods", "", "", 200))).isEmpty();
        assertThat(events.request(event("2", "watch", "pods", "", "", 200))).isPresent();
    }

    @Test
    void what_the_server_refused_or_has_only_received_does_not_count() {
        Map<String, Object> received = event("2", "patch", "pods", "", "", 200);
        received.put("stage", "RequestReceived");

        assertThat(events.request(event("1", "patch", "deployments", "apps", "", 403)))
                .isEmpty();
        assertThat(events.request(received)).isEmpty();
    }

    @Test
    void other_namespaces_and_what_clients_write_in_passing_do_not_count() {
        Map<String, Object> elsewhere = event("1", "patch", "deployments", "apps", "", 200);
        elsewhere.put("objectRef", Map.of("namespace", "bank", "resource", "deployments"));

        assertThat(events.request(elsewhere)).isEmpty();
        assertThat(events.request(event("2", "create", "events", "", "", 201))).isEmpty();
    }

    @Test
    void of_what_lives_in_no_namespace_only_writes_to_what_the_drill_changes_count() {
        Map<String, Object> uncordon = event("1", "patch", "nodes", "", "", 200);
        uncordon.put("objectRef", Map.of("resource", "nodes", "name", "node-a"));
        Map<String, Object> look = event("2", "get", "nodes", "", "", 200);
        look.put("objectRef", Map.of("resource", "nodes", "name", "node-a"));
        Map<String, Object> elsewhere = event("3", "patch", "nodes", "", "", 200);
        elsewhere.put("objectRef", Map.of("resource", "nodes", "name", "node-b"));

        assertThat(events.request(uncordon)).get().matches(AuditedRequest::writes);
        assertThat(events.request(look)).isEmpty();
        assertThat(events.request(elsewhere)).isEmpty();
    }

    @Test
    void a_hand_inside_a_pod_writes_although_its_verb_only_reads() {
        assertThat(events.request(event("1", "get", "pods", "", "exec", 101)))
                .get()
                .matches(AuditedRequest::writes);
        assertThat(events.request(event("2", "get", "pods", "", "log", 200)))
                .get()
                .matches(r -> !r.writes());
    }

    @Test
    void of_an_impersonated_request_the_impersonator_is_who_acted() {
        Map<String, Object> event = event("1", "patch", "deployments", "apps", "", 200);
        event.put("impersonatedUser", Map.of("username", "somebody-else"));

        assertThat(events.request(event)).get().extracting(AuditedRequest::user).isEqualTo("bo@shop.example");
    }

    private static Map<String, Object> event(
            String id, String verb, String resource, String group, String part, int code) {
        return new HashMap<>(Map.of(
                "auditID",
                id,
                "stage",
                "ResponseComplete",
                "verb",
                verb,
                "user",
                Map.of("username", "bo@shop.example"),
                "userAgent",
                "kubectl/v1.32",
                "objectRef",
                Map.of(
                        "namespace",
                        "shop",
                        "resource",
                        resource,
                        "apiGroup",
                        group,
                        "name",
                        "cache",
                        "subresource",
                        part),
                "responseStatus",
                Map.of("code", code),
                "stageTimestamp",
                "2026-11-21T10:15:00.123456Z"));
    }
}
