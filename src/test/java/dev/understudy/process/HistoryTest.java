package dev.understudy.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a drill on this machine: what can be asked about it, and about the next one. */
class HistoryTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private static Shop shop;

    @SuppressWarnings("NullAway.Init")
    private static Machine machine;

    @BeforeAll
    static void drill() throws IOException {
        shop = Shop.open(folder);
        machine = Machine.in(folder);
        try (Program run = machine.drill(shop, "--param", "repair=600ms")) {
            assertThat(run.ended().code()).isZero();
        }
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void drills_lists_it() {
        Ended drills = machine.run("drills");

        assertThat(drills.code()).isZero();
        assertThat(drills.out())
                .anyMatch(line -> line.matches("lost-cache-\\S+ +lost-cache +checkout +\\S+ +recovered +rehearsal"));
    }

    @Test
    void drills_tells_it_to_programs() {
        Ended drills = machine.run("drills", "-o", "json");

        JsonNode drill = Machine.json(drills.text()).at("/drills/0");
        assertThat(drills.code()).isZero();
        assertThat(drill.path("outcome").asText()).isEqualTo("recovered");
        assertThat(drill.path("evidence").asText()).isEqualTo("rehearsal");
    }

    @Test
    void report_prints_it_again_from_the_beginning_of_its_id() {
        Ended report = machine.run("report", "lost-cache", "-o", "json");

        assertThat(report.code()).isZero();
        assertThat(Machine.json(report.text())).isEqualTo(machine.reported());
    }

    @Test
    void verify_journal_finds_every_hash_in_its_place() {
        Ended verified = machine.run("verify-journal", "-o", "json");

        assertThat(verified.code()).isZero();
        assertThat(Machine.json(verified.text()).path("intact").asBoolean()).isTrue();
    }

    @Test
    void plan_says_what_would_be_done_and_touches_nothing() {
        Map<String, JsonNode> before = shop.world();

        Ended plan = machine.run(
                "plan",
                "src/test/resources/process/drill.yaml",
                "--kubeconfig",
                shop.kubeconfig().toString());

        assertThat(plan.code()).as(plan.said()).isZero();
        assertThat(plan.text())
                .contains("do    Deployment shop/checkout-cache: spec.replicas: 3 -> 0")
                .contains("undo  Deployment shop/checkout-cache: spec.replicas: 0 -> 3")
                .contains("excluded: ana")
                .contains("held     patch deployments.apps checkout-cache in namespace shop")
                .endsWith("nothing stands in the way");
        assertThat(shop.world()).isEqualTo(before);
    }

    @Test
    void plan_tells_programs_too_and_refuses_with_its_exit_code() {
        Ended plan = machine.run(
                "plan",
                "src/test/resources/process/drill.yaml",
                "--param",
                "maxPods=1",
                "-o",
                "json",
                "--kubeconfig",
                shop.kubeconfig().toString());

        assertThat(plan.code()).isEqualTo(4);
        assertThat(Machine.json(plan.text()).path("refusals")).hasSize(1);
    }

    @Test
    void undo_says_when_there_is_nothing_to_undo() {
        Ended undo = machine.run(
                "undo", "--drill", "nothing", "--kubeconfig", shop.kubeconfig().toString());

        assertThat(undo.code()).isZero();
        assertThat(undo.text()).contains("nothing to undo");
    }
}
