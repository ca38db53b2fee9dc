package dev.understudy.exclusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.roster.Identities;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorsTest {
    private static final Actors ACTORS = new Actors(new Roster(
            "shop",
            List.of(
                    responder("ana", ResponderKind.PERSON, "ana@shop.example", "ana-admin"),
                    responder("copilot", ResponderKind.ASSISTANT, "system:serviceaccount:ops:copilot"),
                    responder("healer", ResponderKind.AUTOMATION, "system:serviceaccount:kube-system:healer")),
            List.of(),
            List.of(),
            List.of()));

    private static Responder responder(String name, ResponderKind kind, String... users) {
        return new Responder(name, name, kind, new Identities(List.of(users), null, null, null));
    }

    @Test
    void knows_a_responder_by_each_of_their_identities() {
        assertThat(ACTORS.of("ana@shop.example")).isEqualTo(new Actor(Actor.Kind.PERSON, "ana"));
        assertThat(ACTORS.of("ana-admin")).isEqualTo(new Actor(Actor.Kind.PERSON, "ana"));
    }

    @Test
    void tells_assistants_and_automation_from_people() {
        assertThat(ACTORS.of("system:serviceaccount:ops:copilot"))
                .isEqualTo(new Actor(Actor.Kind.ASSISTANT, "copilot"));
        assertThat(ACTORS.of("system:serviceaccount:kube-system:healer"))
                .isEqualTo(new Actor(Actor.Kind.AUTOMATION, "healer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system:kube-controller-manager",
                "system:kube-scheduler",
                "system:node:worker-1",
                "system:serviceaccount:kube-system:deployment-controller",
                "system:apiserver",
                "system:serviceaccount:argocd:argocd-application-controller",
                "system:serviceaccount:flux-system:kustomize-controller",
                "system:serviceaccount:flux-system:helm-controller"
            })
    void controllers_of_the_cluster_are_automation(String user) {
        assertThat(ACTORS.of(user)).isEqualTo(new Actor(Actor.Kind.AUTOMATION, user));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "ANA@shop.example",
                "ana@shop.example.evil",
                "kubernetes-admin",
                "system:serviceaccount:argocd:controller",
                "system:serviceaccount:kube-systems:x",
                ""
            })
    void nobody_is_guessed(String user) {
        assertThat(ACTORS.of(user)).isEqualTo(new Actor(Actor.Kind.UNKNOWN, user));
    }
}
