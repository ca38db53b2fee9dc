package dev.understudy.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.report.DrillStory;
import dev.understudy.report.Stories;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    /** The example of the reference, but for the timeline, of which it shows one line. */
    private static final String CONTRACT = """
            {
              "schema": "understudy.dev/report/v1",
              "drill": "checkout-cache-loss-20261121T101500Z-7f3a",
              "scenario": "checkout-cache-loss", "service": "checkout", "incidentClass": "cache-loss",
              "cluster": "simulated", "evidence": "rehearsal",
              "outcome": "recovered", "passed": true,
              "clocks": {
                "injected": {"at": "PT0S", "error": "PT0.004S"}, "impact": {"at": "PT0.412S", "error": "PT0.01S"},
                "detected": {"at": "PT1.1S", "grade": "A"}, "paged": null,
                "acknowledged": {"at": "PT3.02S", "grade": "A"},
                "recovered": {"at": "PT8.9S", "error": "PT0.01S"}, "undone": {"at": "PT14.2S"}
              },
              "censored": [],
              "objectives": {"detect": "met", "acknowledge": "met", "recover": "met"},
              "responders": {"excluded": ["ana"], "acknowledgedBy": "bo", "lead": "bo", "acted": ["bo"],
                             "breaches": []},
              "faults": [{"name": "lose the cache", "type": "scale", "changes": 1, "undo": "restored",
                          "detail": "spec.replicas is 3 again, set by bo"}],
              "changesLeft": []
            }
            """;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void holds_every_field_of_the_contract_with_the_value_it_promises() throws Exception {
        JsonNode report = print(Stories.recovered());

        List<String> missing = new ArrayList<>();
        compare("", MAPPER.readTree(CONTRACT), report, missing);
        assertThat(missing).isEmpty();
    }

    @Test
    void a_line_of_the_timeline_tells_when_what_and_in_words() throws Exception {
        JsonNode line = print(Stories.recovered()).at("/timeline/8");

        assertThat(line.at("/event").asText()).isEqualTo("fault-injected");
        assertThat(line.at("/offset").asText()).isEqualTo("PT0S");
        assertThat(line.at("/at").asText()).isEqualTo("2026-11-21T10:15:00.003Z");
        assertThat(line.at("/text").asText()).isEqualTo("fault 'lose the cache' injected, within 4ms");
    }

    @Test
    void an_open_drill_has_a_state_and_neither_outcome_nor_pass() throws Exception {
        JsonNode report = print(Stories.running());

        assertThat(report.at("/state").asText()).isEqualTo("running");
        assertThat(report.at("/outcome").isNull()).isTrue();
        assertThat(report.at("/passed").isNull()).isTrue();
        assertThat(report.at("/objectives/recover").isNull()).isTrue();
        assertThat(report.at("/clocks/recovered").isNull()).isTrue();
    }

    @Test
    void a_breach_tells_who_what_when_and_whether_it_was_allowed() throws Exception {
        JsonNode breach = print(Stories.rescued()).at("/responders/breaches/1");

        assertThat(new TreeSet<>(fields(breach))).containsExactly("allowed", "at", "detail", "kind", "responder");
        assertThat(breach.at("/kind").asText()).isEqualTo("advised");
        assertThat(breach.at("/allowed").asBoolean()).isFalse();
    }

    @Test
    void a_diverged_fault_names_who_set_what_is_there_now() throws Exception {
        JsonNode fault = print(Stories.notRecovered()).at("/faults/0");

        assertThat(fault.at("/undo").asText()).isEqualTo("diverged");
        assertThat(fault.at("/by").asText()).isEqualTo("bo");
    }

    @Test
    void tells_nobody_how_to_reach_the_excluded() {
        assertThat(new JsonReport().print(Stories.recovered().report())).doesNotContain("555 0100");
    }

    private static JsonNode print(DrillStory story) throws Exception {
        return MAPPER.readTree(new JsonReport().print(story.report()));
    }

    private static void compare(String path, JsonNode promised, JsonNode actual, List<String> missing) {
        if (promised.isObject()) {
            promised.properties()
                    .forEach(field -> compare(
                            path + "/" + field.getKey(), field.getValue(), actual.path(field.getKey()), missing));
        } else if (promised.isArray() && promised.size() == actual.size()) {
            for (int i = 0; i < promised.size(); i++) {
                compare(path + "/" + i, promised.get(i), actual.path(i), missing);
            }
        } else if (!promised.equals(actual)) {
            missing.add(path + ": " + promised + " but was " + actual);
        }
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
