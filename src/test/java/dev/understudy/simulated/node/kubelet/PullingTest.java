package dev.understudy.simulated.node.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PullingTest {
    private static Bench image(String image, String policy) {
        return new Bench("", """
            containers:
            - {name: web, image: "%s", imagePullPolicy: %s}
            """.formatted(image, policy)).pass("6s");
    }

    @Test
    void fails_and_waits_in_turn_twice_as_long_each_time_up_to_five_minutes() {
        Bench bench = image("web:does-not-exist", "IfNotPresent");
        List<Long> waits = new ArrayList<>();

        for (int failure = 0; failure < 7; failure++) {
            assertThat(bench.shows()).isEqualTo("ErrImagePull");
            bench.until("ImagePullBackOff");
            waits.add(bench.until("ErrImagePull").toSeconds());
        }

        // a failed pull is seen for two seconds before the kubelet says that it waits
        assertThat(waits).containsExactly(8L, 18L, 38L, 78L, 158L, 298L, 298L);
    }

    @ParameterizedTest
    @CsvSource({
        "registry.shop.example/checkout:1.15.0-does-not-exist, ErrImagePull",
        "checkout:1.15.0-does-not-exist-any-more, ''",
        "does-not-exist/checkout:1.15.0, ''"
    })
    void what_a_tag_ends_in_tells_whether_it_was_ever_pushed(String image, String problem) {
        assertThat(Images.problem(image, "IfNotPresent")
                        .map(Images.Problem::reason)
                        .orElse(""))
                .isEqualTo(problem);
    }

    @Test
    void tells_what_it_tries_and_why_it_fails() {
        Bench bench = image("shop.invalid/web:1", "IfNotPresent");

        bench.until("ImagePullBackOff");

        assertThat(bench.said("Pulling")).containsExactly("Pulling image \"shop.invalid/web:1\"");
        assertThat(bench.said("Failed"))
                .containsExactly(
                        "Failed to pull image \"shop.invalid/web:1\": failed to pull and unpack image"
                                + " \"shop.invalid/web:1\": dial tcp: lookup shop.invalid: no such host",
                        "Error: ErrImagePull",
                        "Error: ImagePullBackOff");
        assertThat(bench.said("BackOff")).containsExactly("Back-off pulling image \"shop.invalid/web:1\"");
        assertThat(bench.web().at("/state/waiting/message").asText())
                .startsWith("Back-off pulling image \"shop.invalid/web:1\": ErrImagePull: failed to pull");
        assertThat(bench.phase()).isEqualTo("Pending");
    }

    @Test
    void a_corrected_image_is_started_without_waiting() {
        Bench bench = image("web:does-not-exist", "IfNotPresent");
        bench.until("ImagePullBackOff");
        ((ObjectNode) bench.pod.at("/spec/containers/0")).put("image", "web:2");

        bench.look();

        assertThat(bench.shows()).isEqualTo("Running");
        assertThat(bench.web().path("restartCount").asInt()).isZero();
    }

    @Test
    void an_image_that_is_never_pulled_must_be_there() {
        Bench bench = image("web:does-not-exist", "Never");

        assertThat(bench.shows()).isEqualTo("ErrImageNeverPull");
        assertThat(bench.web().at("/state/waiting/message").asText())
                .isEqualTo("Container image \"web:does-not-exist\" is not present with pull policy of Never");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Web:1", "web:", "we b", "web:1:2", "registry/we//b"})
    void an_invalid_name_is_told_from_an_absent_image(String name) {
        Bench bench = image(name, "IfNotPresent");

        assertThat(bench.shows()).isEqualTo("InvalidImageName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "registry.shop.example:5000/team/web_app:1.2-rc.1", "localhost:5000/web"})
    void common_names_are_valid(String name) {
        Bench bench = image(name, "IfNotPresent");

        assertThat(bench.shows()).isEqualTo("Running");
    }

    @Test
    void a_running_container_is_restarted_with_another_image() {
        Bench bench = Bench.running("", "");
        ((ObjectNode) bench.pod.at("/spec/containers/0")).put("image", "web:2");
        bench.look();

        bench.pass("5s");

        assertThat(bench.said("Killing")).containsExactly("Container web definition changed, will be restarted");
        assertThat(bench.shows()).isEqualTo("Running");
        assertThat(bench.web().path("restartCount").asInt()).isEqualTo(1);
        assertThat(bench.web().path("image").asText()).isEqualTo("web:2");
    }
}
