package dev.understudy.simulated.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.metrics.Measured;
import dev.understudy.simulated.prometheus.Query;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.StoreEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertSourceTest {
    private final Measured measured = new Measured();
    private final List<ObjectNode> posted = new ArrayList<>();
    private Instant now = Measured.START;
    private final AlertSource source =
            new AlertSource(() -> now, measured.all, new Notices(posted::add, "http://monitoring"));

    private void rule(Duration hold) {
        source.add(List.of(new AlertRule(
                "PodDown",
                "up == 0",
                Query.read("up == 0"),
                hold,
                Duration.ofSeconds(1),
                Map.of("severity", "page"),
                Map.of("summary", "{{ $labels.pod }} is down ({{ $value }})"))));
    }

    /** Lets time pass second by second, as the control loop would. */
    private void until(int second) {
        while (now.isBefore(Measured.START.plusSeconds(second))) {
            now = now.plusSeconds(1);
            source.reconcile(new Key(Kinds.NAMESPACE, "", ""));
        }
    }

    @Test
    void an_alert_fires_after_it_has_held_and_ends_when_it_is_over() {
        rule(Duration.ofSeconds(5));
        measured.gauge(0, 1, "up", "pod", "a").gauge(3, 0, "up", "pod", "a");
        until(7);
        assertThat(posted).isEmpty();
        assertThat(source.active().path(0).path("state").asText()).isEqualTo("pending");

        until(10);
        assertThat(posted).singleElement().satisfies(payload -> {
            assertThat(payload.path("status").asText()).isEqualTo("firing");
            assertThat(payload.path("version").asText()).isEqualTo("4");
            assertThat(payload.path("groupKey").asText()).isEqualTo("{}:{alertname=\"PodDown\"}");
            assertThat(payload.path("truncatedAlerts").asInt()).isZero();
            JsonNode alert = payload.at("/alerts/0");
            assertThat(alert.path("labels").toString())
                    .isEqualTo("{\"alertname\":\"PodDown\",\"pod\":\"a\",\"severity\":\"page\"}");
            assertThat(alert.at("/annotations/summary").asText()).isEqualTo("a is down (0)");
            assertThat(alert.path("startsAt").asText()).isEqualTo("2026-11-21T10:00:08Z");
            assertThat(alert.path("endsAt").asText()).isEqualTo("0001-01-01T00:00:00Z");
            assertThat(alert.path("fingerprint").asText()).matches("[0-9a-f]{16}");
        });

        measured.gauge(12, 1, "up", "pod", "a");
        until(30);
        assertThat(posted).hasSize(2);
        assertThat(posted.getLast().path("status").asText()).isEqualTo("resolved");
        assertThat(posted.getLast().at("/alerts/0/endsAt").asText()).isEqualTo("2026-11-21T10:00:12Z");
        assertThat(source.active()).isEmpty();
    }

    @Test
    void what_is_over_before_it_has_held_is_nobodys_business() {
        rule(Duration.ofSeconds(5));
        measured.gauge(0, 0, "up", "pod", "a").gauge(3, 1, "up", "pod", "a");

        until(30);

        assertThat(posted).isEmpty();
    }

    @Test
    void alerts_of_one_name_are_told_together_and_news_after_an_interval() {
        rule(Duration.ZERO);
        measured.gauge(0, 0, "up", "pod", "a").gauge(0, 0, "up", "pod", "b").gauge(4, 0, "up", "pod", "c");

        until(10);
        assertThat(posted)
                .singleElement()
                .satisfies(each -> assertThat(each.path("alerts")).hasSize(2));

        until(20);
        assertThat(posted).hasSize(2);
        assertThat(posted.getLast().path("alerts")).hasSize(3);
    }

    @Test
    void what_goes_on_is_told_again_after_a_while() {
        rule(Duration.ZERO);
        measured.gauge(0, 0, "up", "pod", "a");

        until(1 + 2 + (int) Notices.REPEAT_INTERVAL.toSeconds());

        assertThat(posted).hasSize(2);
    }

    @Test
    void a_rule_that_has_led_to_alerts_is_due_in_the_future() {
        rule(Duration.ZERO);
        measured.gauge(0, 0, "up", "pod", "a").gauge(4, 1, "up", "pod", "a");
        until(8);

        Optional<Instant> next = source.reconcile(new Key(Kinds.NAMESPACE, "", ""));

        assertThat(next).hasValue(now.plusSeconds(1));
    }

    @Test
    void each_of_three_quick_episodes_is_told_when_it_begins_and_when_it_ends() {
        rule(Duration.ZERO);
        for (int start : List.of(1, 13, 25)) {
            measured.gauge(start, 0, "up", "pod", "a").gauge(start + 4, 1, "up", "pod", "a");
        }

        until(50);

        assertThat(posted)
                .extracting(payload -> payload.path("status").asText())
                .containsExactly("firing", "resolved", "firing", "resolved", "firing", "resolved");
    }

    @Test
    void any_change_leads_to_the_first_look_at_a_rule_and_none_to_later_ones() {
        StoreEvent change =
                new StoreEvent(StoreEvent.Type.ADDED, Kinds.CONFIG_MAP, JsonNodeFactory.instance.objectNode(), null, 1);
        assertThat(source.concernedBy(change)).isEmpty();

        rule(Duration.ZERO);
        assertThat(source.concernedBy(change)).hasSize(1);

        until(1);
        assertThat(source.concernedBy(change)).isEmpty();
    }
}
