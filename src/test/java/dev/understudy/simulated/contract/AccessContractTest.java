package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessContractTest extends ServerContract {
    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    @BeforeEach
    void grant() {
        create("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: reader}
                rules:
                  - {apiGroups: [""], resources: [configmaps], verbs: [get, list]}
                  - {apiGroups: [""], resources: [secrets], resourceNames: [one], verbs: [get]}
                  - {apiGroups: [apps], resources: [deployments/scale], verbs: [patch]}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: carl}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
                subjects: [{kind: User, apiGroup: rbac.authorization.k8s.io, name: carl}]
                """);
        eventually(() ->
                assertThat(mayCarl("'verb':'list','resource':'configmaps'")).isTrue());
    }

    private KubernetesClient as(String user) {
        Config config = new ConfigBuilder(Config.fromKubeconfig(cluster.kubeconfig()))
                .withImpersonateUsername(user)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    private boolean mayCarl(String attributes) {
        return asCarl(
                        "POST",
                        REVIEWS,
                        "{'apiVersion':'authorization.k8s.io/v1','kind':'SelfSubjectAccessReview',"
                                + "'spec':{'resourceAttributes':{'namespace':'NS'," + attributes + "}}}")
                .body()
                .at("/status/allowed")
                .asBoolean();
    }

    private Answer asCarl(String method, String path, String body) {
        try (KubernetesClient carl = as("carl")) {
            return Answer.to(
                    carl, method, path.replace("NS", namespace), "application/json", body.replace("NS", namespace));
        }
    }

    @Test
    void what_a_role_allows_is_allowed_in_its_namespace() {
        assertThat(asCarl("GET", "/api/v1/namespaces/NS/configmaps", "").code()).isEqualTo(200);
    }

    @Test
    void what_no_role_allows_is_forbidden_by_name() {
        var answer = asCarl("DELETE", "/api/v1/namespaces/NS/configmaps/bag", "");

        assertThat(answer.code()).isEqualTo(403);
        assertThat(answer.message())
                .isEqualTo("configmaps \"bag\" is forbidden: User \"carl\" cannot delete resource \"configmaps\" in API"
                        + " group \"\" in the namespace \"" + namespace + "\"");
    }

    @Test
    void a_role_reaches_no_further_than_its_namespace() {
        var answer = asCarl("GET", "/api/v1/configmaps", "");

        assertThat(answer.code()).isEqualTo(403);
        assertThat(answer.message())
                .isEqualTo(
                        "configmaps is forbidden: User \"carl\" cannot list resource \"configmaps\" in API group \"\""
                                + " at the cluster scope");
    }

    @Test
    void a_rule_may_name_the_objects_it_is_about() {
        assertThat(asCarl("GET", "/api/v1/namespaces/NS/secrets/one", "").code())
                .isEqualTo(404);
        assertThat(asCarl("GET", "/api/v1/namespaces/NS/secrets/two", "").code())
                .isEqualTo(403);
    }

    @Test
    void a_subresource_needs_a_rule_of_its_own() {
        assertThat(mayCarl("'verb':'patch','group':'apps','resource':'deployments','subresource':'scale'"))
                .isTrue();
        assertThat(mayCarl("'verb':'patch','group':'apps','resource':'deployments'"))
                .isFalse();
    }

    @Test
    void somebody_without_any_role_may_still_ask_what_the_server_is() {
        try (KubernetesClient stranger = as("stranger")) {
            assertThat(Answer.to(stranger, "GET", "/version", "application/json", "")
                            .code())
                    .isEqualTo(200);
            assertThat(Answer.to(stranger, "GET", "/apis", "application/json", "")
                            .code())
                    .isEqualTo(200);
        }
    }

    @Test
    void only_who_is_allowed_to_may_speak_for_another() {
        Config config = new ConfigBuilder(Config.fromKubeconfig(cluster.kubeconfig()))
                .withImpersonateUsername("carl")
                .build();
        try (KubernetesClient carl =
                new KubernetesClientBuilder().withConfig(config).build()) {
            var answer = Answer.to(
                    carl,
                    "POST",
                    "/apis/authorization.k8s.io/v1/subjectaccessreviews",
                    "application/json",
                    "{'apiVersion':'authorization.k8s.io/v1','kind':'SubjectAccessReview',"
                            + "'spec':{'user':'ana','resourceAttributes':{'verb':'get','resource':'pods'}}}");

            assertThat(answer.code()).isEqualTo(403);
        }
    }

    @Test
    void a_token_that_nobody_has_is_401() {
        Config config = new ConfigBuilder(Config.fromKubeconfig(cluster.kubeconfig()))
                .withOauthToken("nonsense")
                .withClientCertData(null)
                .withClientKeyData(null)
                .build();
        try (KubernetesClient nobody =
                new KubernetesClientBuilder().withConfig(config).build()) {
            var answer = Answer.to(nobody, "GET", "/api/v1/namespaces", "application/json", "");

            assertThat(answer.code()).isEqualTo(401);
            assertThat(answer.reason()).isEqualTo("Unauthorized");
        }
    }
}
