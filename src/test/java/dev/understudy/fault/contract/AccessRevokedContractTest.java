package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.fault.AccessRevokedFault;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessRevokedContractTest extends FaultContract {
    private static final AccessRevokedFault FAULT = new AccessRevokedFault();
    private static final AccessRevokedFault.Spec READERS = new AccessRevokedFault.Spec("readers");
    private static final String BINDING = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: readers, labels: {team: a}}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
            subjects: [%s]
            """;
    private static final String PIPELINE = "{kind: User, name: pipeline, apiGroup: rbac.authorization.k8s.io}";

    @BeforeEach
    void somebodyWithAccess() {
        create("""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: reader}
            rules: [{apiGroups: [""], resources: [pods], verbs: [list]}]
            """);
    }

    private void bind(String subject) {
        create(BINDING.formatted(subject));
    }

    private void mayListPods(boolean allowed) {
        eventually(() -> assertThat(people.authorization()
                        .v1()
                        .subjectAccessReview()
                        .create(new SubjectAccessReviewBuilder()
                                .withNewSpec()
                                .withUser("pipeline")
                                .withNewResourceAttributes()
                                .withNamespace(namespace)
                                .withResource("pods")
                                .withVerb("list")
                                .endResourceAttributes()
                                .endSpec()
                                .build())
                        .getStatus()
                        .getAllowed())
                .isEqualTo(allowed));
    }

    @Test
    void whom_it_binds_may_not_until_the_undo() {
        bind(PIPELINE);
        mayListPods(true);

        List<Change> made = inject(FAULT, READERS, deployment("cache"));
        mayListPods(false);
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
        assertThat(field(ResourceType.ROLE_BINDING, "readers", "metadata.labels.team"))
                .isEqualTo("a");
        mayListPods(true);
    }

    @Test
    void a_binding_that_a_responder_created_again_is_left_alone() {
        bind(PIPELINE);

        List<Change> made = inject(FAULT, READERS, deployment("cache"));
        bind(PIPELINE);
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.RESTORED);
    }

    @Test
    void a_binding_that_a_responder_created_otherwise_is_left_alone() {
        bind(PIPELINE);

        List<Change> made = inject(FAULT, READERS, deployment("cache"));
        bind("{kind: User, name: somebody, apiGroup: rbac.authorization.k8s.io}");
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.DIVERGED);
        mayListPods(false);
    }

    @Test
    void never_takes_away_what_binds_ourselves() {
        bind("{kind: Group, name: \"system:authenticated\", apiGroup: rbac.authorization.k8s.io}");

        assertThatExceptionOfType(ClusterException.class)
                .isThrownBy(() -> planned(FAULT, READERS, deployment("cache")))
                .withMessageContaining("binds us by Group system:authenticated")
                .withMessageContaining("the undo could be refused");
    }
}
