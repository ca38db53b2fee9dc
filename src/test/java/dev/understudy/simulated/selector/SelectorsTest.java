package dev.understudy.simulated.selector;

import static dev.understudy.simulated.store.Objects.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | true",
                "app=cart | true",
                "app==cart | true",
                "app!=cart | false",
                "absent!=cart | true",
                "app in (shop, cart) | true",
                "app notin (shop,cart) | false",
                "absent notin (shop) | true",
                "app | true",
                "!app | false",
                "!absent | true",
                "size>2 | true",
                "size<2 | false",
                "app=cart,tier=web | true",
                "app=cart,tier=db | false",
                "example.com/x=y | true"
            })
    void selects_by_labels(String selector, boolean selected) {
        var labels = json("{'app':'cart','tier':'web','size':'3','example.com/x':'y'}");

        assertThat(LabelSelector.parse(selector).matches(labels)).isEqualTo(selected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a===b", "a in b", "=b", "a,,b", "a in (b"})
    void refuses_selectors_that_cannot_be_read(String selector) {
        assertThatExceptionOfType(BadSelector.class).isThrownBy(() -> LabelSelector.parse(selector));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metadata.name=cart-1 | true",
                "metadata.name!=cart-1 | false",
                "spec.nodeName=node-a | true",
                "spec.nodeName=node-a,status.phase=Pending | false",
                "status.phase!=Pending | true"
            })
    void selects_by_fields(String selector, boolean selected) {
        var pod = json("{'metadata':{'name':'cart-1'},'spec':{'nodeName':'node-a'},'status':{'phase':'Running'}}");

        assertThat(FieldSelector.parse("Pod", selector).matches(pod)).isEqualTo(selected);
    }

    @Test
    void refuses_fields_that_the_kind_does_not_offer() {
        assertThatExceptionOfType(BadSelector.class)
                .isThrownBy(() -> FieldSelector.parse("Pod", "spec.foo=x"))
                .withMessage("field label not supported: spec.foo");
    }
}
