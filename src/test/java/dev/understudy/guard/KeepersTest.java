package dev.understudy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.fault.FaultPlan;
import dev.understudy.fault.Seen;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepersTest {
    private static final ObjectRef CACHE = new ObjectRef(ResourceType.DEPLOYMENT, "shop", "cache");

    private static ClusterView seen(String metadata) {
        return Seen.of("kind: Deployment\nmetadata: {name: cache, %s}\n".formatted(metadata));
    }

    private static List<String> warnings(ClusterView view, Change... changes) {
        FaultPlan plan = new FaultPlan.Planned(List.of(changes), Set.of(), 1, List.of("first"));
        return ((FaultPlan.Planned) Keepers.warned(plan, view)).warnings();
    }

    private static Change edit() {
        return new Change.Edit(CACHE, "uid-cache", List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "annotations: {argocd.argoproj.io/tracking-id: 'shop:apps/Deployment:shop/cache'} | Argo CD",
                "labels: {argocd.argoproj.io/instance: shop} | Argo CD",
                "managedFields: [{manager: argocd-controller}] | Argo CD",
                "labels: {kustomize.toolkit.fluxcd.io/name: shop} | Flux",
                "labels: {helm.toolkit.fluxcd.io/name: shop} | Flux",
                "managedFields: [{manager: helm-controller}] | Flux"
            })
    void a_plan_warns_that_the_keeper_of_an_object_may_undo_the_fault(String metadata, String keeper) {
        assertThat(warnings(seen(metadata), edit()))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("Deployment shop/cache is kept by " + keeper + ", which may undo the fault");
    }

    @Test
    void an_object_that_nobody_keeps_gives_no_warning() {
        assertThat(warnings(seen("labels: {app.kubernetes.io/instance: shop}"), edit()))
                .containsExactly("first");
    }

    @Test
    void each_object_is_warned_of_once_and_deletions_are_like_edits() {
        Change delete = new Change.Delete(CACHE, "uid-cache", Map.of(), "");

        assertThat(warnings(seen("labels: {argocd.argoproj.io/instance: shop}"), edit(), delete))
                .hasSize(2);
    }

    @Test
    void what_is_created_or_comes_back_by_itself_has_no_keeper() {
        Change create = new Change.Create(CACHE, Map.of(), "mark");
        Change pod = new Change.RemovePod(new ObjectRef(ResourceType.POD, "shop", "cache"), "uid", false);

        assertThat(warnings(seen("labels: {argocd.argoproj.io/instance: shop}"), create, pod))
                .containsExactly("first");
    }
}
