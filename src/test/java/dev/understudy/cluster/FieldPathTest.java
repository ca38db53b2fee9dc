package dev.understudy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.understudy.cluster.FieldPath.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {
    @Test
    void names_fields_and_elements_by_merge_key() {
        FieldPath path = FieldPath.of("spec.template.spec.containers[name=app].env[name=MODE].value");

        assertThat(path.steps())
                .containsExactly(
                        new Step.Field("spec"),
                        new Step.Field("template"),
                        new Step.Field("spec"),
                        new Step.Field("containers"),
                        new Step.Element("name", "app"),
                        new Step.Field("env"),
                        new Step.Element("name", "MODE"),
                        new Step.Field("value"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spec.replicas",
                "metadata.labels[\"example.com/tier\"]",
                "metadata.annotations[\"a\\\"b\\\\c\"].x",
                "[\"a.b\"].c",
                "data[\"\"]",
                "spec.containers[name=app].volumeMounts[mountPath=/var/a.b].name",
                "spec.volumeMounts[mountPath=\"/odd]path[\"].name",
                "spec.ports[containerPort=8080]",
                "spec.list[name=]"
            })
    void prints_as_it_was_written(String text) {
        assertThat(FieldPath.of(text)).hasToString(text);
    }

    @Test
    void whatever_is_printed_is_read_again_as_the_same() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 5000; i++) {
            FieldPath path = byChance(random);

            assertThat(FieldPath.of(path.toString())).as(path.toString()).isEqualTo(path);
        }
    }

    private static FieldPath byChance(SplittableRandom random) {
        List<Step> steps = new ArrayList<>();
        int length = random.nextInt(1, 6);
        for (int i = 0; i < length; i++) {
            steps.add(random.nextInt(3) == 0 ? new Step.Element("name", text(random)) : new Step.Field(text(random)));
        }
        return new FieldPath(steps);
    }

    private static String text(SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        int length = random.nextInt(5);
        for (int i = 0; i < length; i++) {
            out.append("ab.[]\"\\=/$ \n".charAt(random.nextInt(12)));
        }
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "spec.", "spec..x", "spec[", "spec[name", "spec[0]", "spec[\"x]", "spec]", "[=x]"})
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldPath.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "spec.replicas, spec.replicas, true",
        "spec, spec.replicas, true",
        "spec.template.spec.containers[name=a].image, spec.template, true",
        "spec.containers[name=a].image, spec.containers[name=b].image, false",
        "spec.replicas, spec.paused, false"
    })
    void two_paths_overlap_when_one_is_the_other_or_lies_inside(String one, String other, boolean overlap) {
        assertThat(FieldPath.of(one).overlaps(FieldPath.of(other))).isEqualTo(overlap);
        assertThat(FieldPath.of(other).overlaps(FieldPath.of(one))).isEqualTo(overlap);
    }
}
