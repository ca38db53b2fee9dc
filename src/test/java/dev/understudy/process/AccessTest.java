package dev.understudy.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Permissions: what is missing is named, what {@code rbac} prints is enough, and what is revoked is not passed over. */
class AccessTest {
    private static final String DRILL = "src/test/resources/process/drill.yaml";

    private static final Subject NARROW = new SubjectBuilder()
            .withApiGroup("rbac.authorization.k8s.io")
            .withKind("User")
            .withName("narrow")
            .build();

    @TempDir
    private Path folder;

    @Test
    void names_what_is_not_allowed_and_what_grants_it() throws IOException {
        try (Shop shop = Shop.open(folder)) {
            bind(shop, "ClusterRole", "view");
            Map<String, JsonNode> before = shop.world();

            Ended run = as("narrow", shop, "run", DRILL);

            assertThat(run.code()).isEqualTo(4);
            assertThat(run.said())
                    .startsWith("not injecting: ")
                    .contains("patch deployments.apps checkout-cache in namespace shop")
                    .contains("understudy rbac");
            assertThat(shop.world()).isEqualTo(before);
        }
    }

    @Test
    void what_rbac_prints_is_all_that_a_drill_needs() throws IOException {
        try (Shop shop = Shop.open(folder)) {
            grant(shop);
            Map<String, JsonNode> before = shop.world();

            Ended plan = as("narrow", shop, "plan", DRILL);
            Ended run = as("narrow", shop, "run", DRILL, "--responders", "scripted", "--param", "repair=600ms");

            assertThat(plan.text()).endsWith("nothing stands in the way");
            assertThat(plan.code()).isZero();
            assertThat(run.code()).as(run.said()).isZero();
            assertThat(shop.world()).isEqualTo(before);
        }
    }

    @Test
    void acts_with_the_rights_of_whom_the_kubeconfig_names() throws IOException {
        try (Shop shop = Shop.open(folder)) {
            Path kubeconfig = Files.createTempFile(folder, "kubeconfig", "");
            String text = Files.readString(shop.kubeconfig());
            Files.writeString(kubeconfig, text.replaceAll("(    token: )", "    as: narrow\n$1"));

            Ended plan = Machine.in(folder).run("plan", DRILL, "--kubeconfig", kubeconfig.toString());

            assertThat(plan.code()).isEqualTo(4);
            assertThat(plan.said()).contains("not injecting: the cluster does not allow us to");
        }
    }

    @Test
    void what_cannot_be_undone_is_named_with_the_command_that_finishes_the_job() throws IOException {
        try (Shop shop = Shop.open(folder)) {
            grant(shop);
            Map<String, JsonNode> before = shop.world();
            Machine machine = Machine.in(folder);
            try (Program run = machine.drill(shop, "--context", "narrow")) {
                String drill = run.drill();
                run.await("impact:");
                revoke(shop);

                Ended end = run.signal("TERM").ended();

                assertThat(end.code()).as(end.said()).isEqualTo(5);
                assertThat(end.text())
                        .contains("NOT UNDONE: ")
                        .contains("to finish: kubectl")
                        .contains("checkout-cache")
                        .contains("understudy undo --drill " + drill);
                Ended undo = as("admin", shop, "undo", "--all");
                assertThat(undo.code()).as(undo.said()).isZero();
                restore(shop);
                assertThat(shop.world()).isEqualTo(before);
                assertThat(shop.traces()).isEmpty();
            }
        }
    }

    private Ended as(String context, Shop shop, String... command) {
        String[] all = Arrays.copyOf(command, command.length + 4);
        all[command.length] = "--kubeconfig";
        all[command.length + 1] = shop.kubeconfig().toString();
        all[command.length + 2] = "--context";
        all[command.length + 3] = context;
        return Machine.in(folder).run(all);
    }

    /** Gives the narrow user what rbac prints, as somebody would with kubectl. */
    private void grant(Shop shop) {
        String roles = Machine.in(folder).run("rbac", DRILL).text();
        for (HasMetadata object : shop.admin()
                .load(new ByteArrayInputStream(roles.getBytes(StandardCharsets.UTF_8)))
                .items()) {
            shop.admin().resource(object).create();
        }
        shop.admin()
                .rbac()
                .clusterRoleBindings()
                .resource(new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName("understudy")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "understudy")
                        .withSubjects(NARROW)
                        .build())
                .create();
        bind(shop, "Role", "understudy");
    }

    private static void bind(Shop shop, String kind, String role) {
        shop.admin()
                .rbac()
                .roleBindings()
                .inNamespace("shop")
                .resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName("understudy")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", kind, role)
                        .withSubjects(NARROW)
                        .build())
                .create();
    }

    private static void revoke(Shop shop) {
        shop.admin()
                .rbac()
                .roleBindings()
                .inNamespace("shop")
                .withName("understudy")
                .edit(binding -> {
                    binding.setSubjects(List.of());
                    return binding;
                });
    }

    private static void restore(Shop shop) {
        shop.admin()
                .rbac()
                .roleBindings()
                .inNamespace("shop")
                .withName("understudy")
                .edit(binding -> {
                    binding.setSubjects(List.of(NARROW));
                    return binding;
                });
    }
}
