package dev.understudy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UndoOrderTest {
    private static final ObjectRef WEB = new ObjectRef(ResourceType.DEPLOYMENT, "shop", "web");

    @Test
    void what_could_refuse_the_undo_goes_first_and_restarts_last() {
        Change quota = created(new ResourceType("", "v1", "ResourceQuota", "resourcequotas", true), "shop");
        Change webhook = created(
                new ResourceType(
                        "admissionregistration.k8s.io",
                        "v1",
                        "ValidatingWebhookConfiguration",
                        "validatingwebhookconfigurations",
                        false),
                "");
        Change scale = edit("spec.replicas");
        Change restart = edit("spec.template.metadata.annotations[\"understudy.dev/restarted\"]");
        Change pod = new Change.RemovePod(new ObjectRef(ResourceType.POD, "shop", "web-1"), "u", false);

        List<Change> order = UndoOrder.of(List.of(restart, pod, quota, scale, webhook));

        assertThat(order).containsExactly(webhook, quota, scale, pod, restart);
    }

    @Test
    void of_equals_the_youngest_goes_first() {
        Change first = edit("spec.replicas");
        Change second = edit("spec.paused");

        assertThat(UndoOrder.of(List.of(first, second))).containsExactly(second, first);
    }

    private static Change created(ResourceType type, String namespace) {
        return new Change.Create(new ObjectRef(type, namespace, "x"), Map.of(), "m");
    }

    private static Change edit(String path) {
        return new Change.Edit(
                WEB, "u", List.of(new FieldEdit(FieldPath.of(path), FieldValue.ABSENT, new FieldValue.Json(1))));
    }
}
