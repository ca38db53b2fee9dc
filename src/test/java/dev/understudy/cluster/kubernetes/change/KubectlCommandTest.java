package dev.understudy.cluster.kubernetes.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KubectlCommandTest {
    private static final ObjectRef WEB = new ObjectRef(ResourceType.DEPLOYMENT, "shop", "web");

    @Test
    void fields_are_set_back_by_name_wherever_they_stand() {
        assertThat(restore(WEB, was("spec.replicas", 3), was("spec.template.spec.containers[name=app].image", "a:1")))
                .isEqualTo("kubectl patch deployments.apps web -n shop --type=strategic -p '{\"spec\":{\"replicas\":3,"
                        + "\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":\"a:1\"}]}}}}'");
    }

    @Test
    void what_was_not_there_is_removed() {
        assertThat(restore(WEB, absent("metadata.labels[\"a/b\"]"), absent("spec.list[name=x]")))
                .endsWith("-p '{\"metadata\":{\"labels\":{\"a/b\":null}},"
                        + "\"spec\":{\"list\":[{\"name\":\"x\",\"$patch\":\"delete\"}]}}'");
    }

    @Test
    void quotes_in_a_value_do_not_end_the_argument() {
        assertThat(restore(WEB, was("metadata.labels.a", "it's")))
                .endsWith("'{\"metadata\":{\"labels\":{\"a\":\"it'\\''s\"}}}'");
    }

    @Test
    void custom_resources_take_merge_patches() {
        ResourceType type = new ResourceType("example.com", "v1", "Shop", "shops", true);

        assertThat(restore(new ObjectRef(type, "shop", "s"), was("spec.open", true)))
                .isEqualTo("kubectl patch shops.example.com s -n shop --type=merge -p '{\"spec\":{\"open\":true}}'");
    }

    @Test
    void values_of_secrets_are_fetched_from_the_drills_secret_and_not_shown() {
        String command = restore(new ObjectRef(ResourceType.SECRET, "shop", "db"), was("data.password", "c2VjcmV0"));

        assertThat(command)
                .doesNotContain("c2VjcmV0")
                .matches("kubectl patch secrets db -n shop --type=strategic -p '\\{\"data\":\\{\"password\":'\""
                        + "\\$\\(kubectl get secret understudy-drill -n shop -o jsonpath='\\{\\.data\\.before-db-data-"
                        + "password-[0-9a-f]+}' \\| base64 -d\\)\"'}}'");
    }

    @Test
    void a_deleted_object_is_created_from_its_snapshot() {
        ObjectRef settings = new ObjectRef(ResourceType.CONFIG_MAP, "shop", "settings");

        assertThat(KubectlCommand.create(new Change.Delete(settings, "u", Map.of("kind", "ConfigMap"), "")))
                .isEqualTo("echo '{\"kind\":\"ConfigMap\"}' | kubectl create -f -");
        assertThat(KubectlCommand.delete(settings)).isEqualTo("kubectl delete configmaps settings -n shop");
    }

    private static String restore(ObjectRef object, FieldEdit... fields) {
        return KubectlCommand.restore(new Change.Edit(object, "u", List.of(fields)), List.of(fields));
    }

    private static FieldEdit was(String path, Object value) {
        return new FieldEdit(FieldPath.of(path), new FieldValue.Json(value), new FieldValue.Json("broken"));
    }

    private static FieldEdit absent(String path) {
        return new FieldEdit(FieldPath.of(path), FieldValue.ABSENT, new FieldValue.Json("broken"));
    }
}
