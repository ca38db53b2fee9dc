package dev.understudy.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Grade;
import dev.understudy.exclusion.AuditScope;
import dev.understudy.exclusion.AuditedRequest;
import dev.understudy.journal.SampleDrill;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What monitoring and API servers post. */
class WebhooksTest {
    /** After the injection of the sample drill. */
    private static final Instant LATER = SampleDrill.OPENED.plusSeconds(7);

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = House.open(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_first_alert_that_the_scenario_waits_for_is_its_detection_with_the_time_of_its_source() throws Exception {
        HttpResponse<String> response = house.hook(Endpoint.ALERTS, firing("CheckoutDown", LATER));

        assertThat(response.body()).contains("\"firing\":1,\"counted\":1");
        assertThat(house.playing.events()).containsExactly(new DrillEvent.Detected("CheckoutDown", LATER));
        assertThat(house.playing.news().getFirst().origin().grade()).isEqualTo(Grade.A);
    }

    @Test
    void a_group_that_is_delivered_again_changes_nothing() throws Exception {
        house.hook(Endpoint.ALERTS, firing("CheckoutDown", LATER));

        HttpResponse<String> again = house.hook(Endpoint.ALERTS, firing("CheckoutDown", LATER));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(house.playing.events()).hasSize(1);
    }

    @Test
    void an_alert_that_the_scenario_does_not_wait_for_is_no_detection() throws Exception {
        house.hook(Endpoint.ALERTS, firing("DiskFull", LATER));

        assertThat(house.playing.events()).isEmpty();
    }

    @Test
    void an_alert_that_began_before_the_injection_is_no_detection() throws Exception {
        house.hook(Endpoint.ALERTS, firing("CheckoutDown", SampleDrill.OPENED));

        assertThat(house.playing.events()).isEmpty();
    }

    @Test
    void a_resolved_alert_says_nothing() throws Exception {
        house.hook(Endpoint.ALERTS, firing("CheckoutDown", LATER).replace("firing", "resolved"));

        assertThat(house.playing.events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'version':'3','alerts':[]}",
                "{'version':'4'}",
                "{'version':'4','alerts':[{'status':'firing'}]}",
                "{'version':'4','alerts':[{'status':'firing','labels':{'a':1},'startsAt':'2026-11-21T10:15:07Z'}]}",
                "{'version':'4','alerts':[{'status':'firing','labels':{'a':'b'},'startsAt':'yesterday'}]}"
            })
    void a_payload_that_is_not_alertmanagers_is_refused(String payload) throws Exception {
        assertThat(house.hook(Endpoint.ALERTS, payload.replace('\'', '"')).statusCode())
                .isEqualTo(400);
    }

    @Test
    void audit_events_are_told_once_however_often_and_in_how_many_stages_they_come() throws Exception {
        List<AuditedRequest> seen = new CopyOnWriteArrayList<>();
        try (AutoCloseable _ = house.endpoint.audit().follow(new AuditScope("shop", Set.of()), seen::add, why -> {})) {
            house.hook(Endpoint.AUDIT, events(event("a", "RequestReceived"), event("a", "ResponseComplete")));
            house.hook(Endpoint.AUDIT, events(event("a", "ResponseComplete"), event("b", "ResponseComplete")));
        }

        assertThat(seen)
                .containsExactly(request("2026-11-21T10:15:08.123456Z"), request("2026-11-21T10:15:08.123456Z"));
    }

    @Test
    void audit_events_of_the_time_before_the_drill_are_forgotten() throws Exception {
        house.hook(Endpoint.AUDIT, events(event("a", "ResponseComplete")));

        List<AuditedRequest> seen = new CopyOnWriteArrayList<>();
        try (AutoCloseable _ = house.endpoint.audit().follow(new AuditScope("shop", Set.of()), seen::add, why -> {})) {
            assertThat(seen).isEmpty();
        }
        assertThat(house.endpoint.hearsAudit(Duration.ZERO)).isTrue();
    }

    @Test
    void a_source_that_has_never_posted_is_not_heard() throws Exception {
        assertThat(house.endpoint.hearsAudit(Duration.ZERO)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'kind':'EventList','apiVersion':'audit.k8s.io/v1beta1','items':[]}",
                "{'kind':'Event','apiVersion':'audit.k8s.io/v1','items':[]}",
                "{'kind':'EventList','apiVersion':'audit.k8s.io/v1','items':[7]}",
                "{'kind':'EventList','apiVersion':'audit.k8s.io/v1','items':[{'verb':'get'}]}"
            })
    void what_is_no_list_of_audit_events_is_refused(String body) throws Exception {
        assertThat(house.hook(Endpoint.AUDIT, body.replace('\'', '"')).statusCode())
                .isEqualTo(400);
    }

    private static String firing(String name, Instant startsAt) {
        return """
                {"receiver": "understudy", "status": "firing", "version": "4", "groupKey": "{}", "truncatedAlerts": 0,
                 "alerts": [{"status": "firing", "labels": {"alertname": "%s", "namespace": "shop", "pod": "a"},
                             "annotations": {}, "startsAt": "%s", "endsAt": "0001-01-01T00:00:00Z"}]}
                """.formatted(name, startsAt);
    }

    private static String events(String... events) {
        return "{\"kind\":\"EventList\",\"apiVersion\":\"audit.k8s.io/v1\",\"metadata\":{},\"items\":["
                + String.join(",", events) + "]}";
    }

    private static String event(String id, String stage) {
        return """
                {"level": "Metadata", "auditID": "%s", "stage": "%s", "verb": "patch", "userAgent": "kubectl/v1.36",
                 "user": {"username": "bo@shop.example"}, "responseStatus": {"code": 200},
                 "objectRef": {"resource": "deployments", "namespace": "shop", "name": "cache", "apiGroup": "apps"},
                 "stageTimestamp": "2026-11-21T10:15:08.123456Z"}""".formatted(id, stage);
    }

    private static AuditedRequest request(String at) {
        return new AuditedRequest(
                "bo@shop.example", "kubectl/v1.36", "patch", "deployments.apps/cache", Instant.parse(at), true);
    }
}
