package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.fault.ServiceSelectorFault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceSelectorContractTest extends FaultContract {
    private static final ServiceSelectorFault FAULT = new ServiceSelectorFault();
    private static final ServiceSelectorFault.Spec PLAIN = new ServiceSelectorFault.Spec(null, null, null);
    private static final Map<String, String> OWN = Map.of("app", "cache");

    @BeforeEach
    void aServiceThatAnswers() {
        create("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cache}
            spec:
              replicas: 2
              selector: {matchLabels: {app: cache}}
              template:
                metadata: {labels: {app: cache}}
                spec: {containers: [{name: app, image: "registry.k8s.io/pause:3.10"}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: cache}
            spec: {selector: {app: cache}, ports: [{port: 80}]}
            """);
        reaches(2);
    }

    /** Waits until so many pods stand behind the Service, ready or not; a slice of none may have no list at all. */
    private void reaches(int pods) {
        eventually(() -> assertThat(people
                        .discovery()
                        .v1()
                        .endpointSlices()
                        .inNamespace(namespace)
                        .withLabel("kubernetes.io/service-name", "cache")
                        .list()
                        .getItems()
                        .stream()
                        .filter(slice -> slice.getEndpoints() != null)
                        .mapToInt(slice -> slice.getEndpoints().size())
                        .sum())
                .isEqualTo(pods));
    }

    @Test
    void a_service_selects_nothing_until_the_undo() {
        List<Change> made = inject(FAULT, PLAIN, deployment("cache"));
        reaches(0);
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
        assertThat(field(ResourceType.SERVICE, "cache", "spec.selector")).isEqualTo(OWN);
        reaches(2);
    }

    @Test
    void a_selector_that_a_responder_put_right_is_left_alone() {
        List<Change> made = inject(FAULT, PLAIN, deployment("cache"));
        people.services()
                .inNamespace(namespace)
                .withName("cache")
                .edit(service ->
                        service.edit().editSpec().withSelector(OWN).endSpec().build());
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.RESTORED);
        reaches(2);
    }

    @Test
    void a_selector_that_a_responder_chose_otherwise_is_left_alone() {
        List<Change> made = inject(FAULT, PLAIN, deployment("cache"));
        people.services()
                .inNamespace(namespace)
                .withName("cache")
                .edit(service -> service.edit()
                        .editSpec()
                        .withSelector(Map.of("app", "spare"))
                        .endSpec()
                        .build());
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.DIVERGED);
        assertThat(field(ResourceType.SERVICE, "cache", "spec.selector")).isEqualTo(Map.of("app", "spare"));
    }
}
