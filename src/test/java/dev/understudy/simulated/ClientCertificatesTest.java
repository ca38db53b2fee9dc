package dev.understudy.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.understudy.simulated.access.SimulatedUser;
import dev.understudy.simulated.tls.ClientAuthority;
import dev.understudy.simulated.tls.ClientIdentity;
import io.fabric8.kubernetes.api.model.authentication.SelfSubjectReview;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientCertificatesTest {
    private SimulatedCluster cluster;

    @BeforeEach
    void start() {
        cluster = SimulatedCluster.start(SimulatedOptions.defaults()
                .withUsers(
                        List.of(new SimulatedUser("ana@shop.example", List.of("till", "system:masters"), "ana-token")))
                .withClientCertificates());
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void the_kubeconfig_logs_in_with_a_certificate_that_names_user_and_groups() {
        Config config = Config.fromKubeconfig(cluster.kubeconfig());

        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            var user = client.resource(new SelfSubjectReview())
                    .create()
                    .getStatus()
                    .getUserInfo();

            assertThat(config.getOauthToken()).isNull();
            assertThat(user.getUsername()).isEqualTo("ana@shop.example");
            assertThat(user.getGroups()).containsExactly("till", "system:masters", "system:authenticated");
        }
    }

    @Test
    void a_certificate_of_somebody_else_is_nobodys() {
        ClientIdentity stranger =
                ClientAuthority.create(Instant.now()).issue("ana@shop.example", List.of("system:masters"));

        try (KubernetesClient client = login(stranger, "")) {
            var refused = catchThrowableOfType(
                    KubernetesClientException.class, () -> client.nodes().list());

            assertThat(refused.getCode()).isEqualTo(401);
        }
    }

    @Test
    void a_certificate_is_not_required_of_who_has_a_token() {
        ClientIdentity stranger = ClientAuthority.create(Instant.now()).issue("nobody", List.of());

        try (KubernetesClient client = login(stranger, "ana-token")) {
            assertThat(client.namespaces().list().getItems()).isNotEmpty();
        }
    }

    private KubernetesClient login(ClientIdentity identity, String token) {
        ConfigBuilder config = new ConfigBuilder()
                .withAutoConfigure(false)
                .withMasterUrl(cluster.url())
                .withCaCertData(encoded(cluster.authority()))
                .withClientCertData(encoded(identity.certificate()))
                .withClientKeyData(encoded(identity.privateKey()));
        return new KubernetesClientBuilder()
                .withConfig((token.isEmpty() ? config : config.withOauthToken(token)).build())
                .build();
    }

    private static String encoded(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
    }
}
