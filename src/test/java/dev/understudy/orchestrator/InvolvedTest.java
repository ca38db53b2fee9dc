package dev.understudy.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Sighting;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Signal;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.Actors;
import dev.understudy.exclusion.AuditedRequest;
import dev.understudy.roster.Identities;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class InvolvedTest {
    private static final ObjectRef CACHE = new ObjectRef(ResourceType.DEPLOYMENT, "shop", "cache");

    private final List<Signal> signals = new ArrayList<>();

    @Test
    void a_write_by_a_responder_is_told_with_the_responders_name() {
        audited("bo@shop.example", "kubectl/v1", true);

        assertThat(signals)
                .singleElement()
                .isInstanceOfSatisfying(
                        Signal.Wrote.class,
                        wrote -> assertThat(wrote.actor()).isEqualTo(new Actor(Actor.Kind.PERSON, "bo")));
    }

    @Test
    void a_write_by_automation_of_the_roster_is_told_too_because_it_may_be_excluded() {
        audited("system:serviceaccount:shop:operator", "operator/1", true);

        assertThat(signals).singleElement().isInstanceOf(Signal.Wrote.class);
    }

    @Test
    void controllers_and_our_own_requests_are_nobodys_doing() {
        audited("system:kube-controller-manager", "kube-controller-manager/v1", true);
        audited("understudy", "understudy/1.0", true);

        assertThat(signals).isEmpty();
    }

    @Test
    void a_person_who_works_under_our_name_with_another_program_is_unknown_not_ours() {
        audited("understudy", "kubectl/v1", true);

        assertThat(signals)
                .singleElement()
                .isInstanceOfSatisfying(
                        Signal.Wrote.class,
                        wrote -> assertThat(wrote.actor().kind()).isEqualTo(Actor.Kind.UNKNOWN));
    }

    @Test
    void a_read_is_a_look() {
        audited("bo@shop.example", "kubectl/v1", false);

        assertThat(signals).singleElement().isInstanceOf(Signal.LookedAt.class);
    }

    @Test
    void without_audit_events_a_new_manager_of_the_target_is_an_unknown_writer() {
        Consumer<Sighting> watch = Involved.unaudited(CACHE, "understudy-d", this::take);

        watch.accept(seen(manager("kubectl", "1")));
        watch.accept(
                seen(manager("kubectl", "1"), manager("understudy-d", "2"), manager("kube-controller-manager", "2")));
        watch.accept(seen(manager("kubectl", "1"), manager("kubectl-edit", "3")));

        assertThat(signals)
                .singleElement()
                .isInstanceOfSatisfying(
                        Signal.Wrote.class,
                        wrote -> assertThat(wrote.actor()).isEqualTo(new Actor(Actor.Kind.UNKNOWN, "kubectl-edit")));
    }

    private void audited(String user, String program, boolean writes) {
        Roster roster = new Roster(
                "r",
                List.of(
                        responder("bo", ResponderKind.PERSON, "bo@shop.example"),
                        responder("operator", ResponderKind.AUTOMATION, "system:serviceaccount:shop:operator")),
                List.of(),
                List.of(),
                List.of());
        Involved.audited(new Actors(roster), "understudy", this::take)
                .accept(new AuditedRequest(user, program, writes ? "patch" : "get", "pods/a", Instant.EPOCH, writes));
    }

    private void take(Signal signal, Origin origin) {
        signals.add(signal);
    }

    private static Responder responder(String name, ResponderKind kind, String user) {
        return new Responder(name, name, kind, new Identities(List.of(user), null, null, null));
    }

    private static Map<String, Object> manager(String name, String time) {
        return Map.of("manager", name, "operation", "Update", "time", time);
    }

    @SafeVarargs
    private static Sighting seen(Map<String, Object>... managers) {
        return new Sighting.Present(
                Instant.EPOCH,
                new ClusterObject(CACHE, Map.of("metadata", Map.of("managedFields", List.of(managers)))));
    }
}
