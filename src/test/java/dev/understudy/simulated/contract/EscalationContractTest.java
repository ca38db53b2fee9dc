package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EscalationContractTest extends ServerContract {
    private static final String DEVELOPER = "developer@shop.example";

    @BeforeEach
    void letTheDeveloperWriteRoles() {
        create("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: maker}
                rules:
                  - apiGroups: [rbac.authorization.k8s.io]
                    resources: [roles, rolebindings]
                    verbs: [create, get, update, patch]
                  - {apiGroups: [""], resources: [pods], verbs: [get]}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: maker}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: maker}
                subjects: [{kind: User, name: developer@shop.example, apiGroup: rbac.authorization.k8s.io}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: secrets}
                rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
                """);
    }

    @Test
    void nobody_creates_a_role_with_more_than_they_hold() {
        var refusal = refusal(() -> createAsDeveloper("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: more}
                rules:
                  - {apiGroups: [""], resources: [pods, secrets], verbs: [get, list]}
                  - {apiGroups: [apps], resources: [deployments], verbs: [get], resourceNames: [x]}
                """));

        assertThat(refusal.getCode()).isEqualTo(403);
        assertThat(refusal.getStatus().getMessage()).isEqualTo("""
                        roles.rbac.authorization.k8s.io "more" is forbidden: user "developer@shop.example" \
                        (groups=["system:authenticated"]) is attempting to grant RBAC permissions not currently held:
                        {APIGroups:[""], Resources:["pods"], Verbs:["list"]}
                        {APIGroups:[""], Resources:["secrets"], Verbs:["get" "list"]}
                        {APIGroups:["apps"], Resources:["deployments"], ResourceNames:["x"], Verbs:["get"]}""");
    }

    @Test
    void a_role_with_what_one_holds_may_be_created() {
        createAsDeveloper("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: same}
                rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
                """);

        assertThat(client.rbac().roles().inNamespace(namespace).withName("same").get())
                .isNotNull();
    }

    @Test
    void nobody_binds_a_role_with_more_than_they_hold() {
        var refusal = refusal(() -> createAsDeveloper("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: more}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: secrets}
                subjects: [{kind: User, name: somebody, apiGroup: rbac.authorization.k8s.io}]
                """));

        assertThat(refusal.getCode()).isEqualTo(403);
        assertThat(refusal.getStatus().getMessage()).isEqualTo("""
                        rolebindings.rbac.authorization.k8s.io "more" is forbidden: user "developer@shop.example" \
                        (groups=["system:authenticated"]) is attempting to grant RBAC permissions not currently held:
                        {APIGroups:[""], Resources:["secrets"], Verbs:["get"]}""");
    }

    private void createAsDeveloper(String yaml) {
        Config config = new ConfigBuilder(client.getConfiguration())
                .withImpersonateUsername(DEVELOPER)
                .build();
        try (KubernetesClient developer =
                new KubernetesClientBuilder().withConfig(config).build()) {
            developer
                    .load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                    .inNamespace(namespace)
                    .create();
        }
    }
}
