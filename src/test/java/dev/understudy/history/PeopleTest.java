package dev.understudy.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.roster.Identities;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {
    private static final Roster ROSTER = new Roster(
            "shop",
            List.of(
                    responder("ana", new Identities(List.of("ana-admin"), "U01", "P01", "Ana@shop.example")),
                    responder("bo", new Identities(List.of(), "P07", null, null)),
                    responder("cem", new Identities(List.of(), null, "P07", null))),
            List.of(),
            List.of(),
            List.of());

    @ParameterizedTest
    @ValueSource(strings = {"ana", "ana-admin", "U01", "P01", "Ana@shop.example", "ana@SHOP.example"})
    void a_responder_is_known_by_name_address_and_every_identity(String identity) {
        assertThat(people().responder(identity)).contains("ana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana", "ana ", "an", "u01", "Ana Sousa", "ana@shop", ""})
    void nobody_is_ever_guessed(String identity) {
        assertThat(people().responder(identity)).isEmpty();
    }

    @Test
    void a_name_that_is_two_responders_is_nobodys() {
        assertThat(people().responder("P07")).isEmpty();
        assertThat(people().isShared("P07")).isTrue();
    }

    @Test
    void a_name_of_one_that_is_the_mail_address_of_another_is_nobodys() {
        Roster odd = new Roster(
                "shop",
                List.of(
                        responder("ana", new Identities(List.of("ops@shop.example"), null, null, null)),
                        responder("bo", new Identities(List.of(), null, null, "Ops@shop.example"))),
                List.of(),
                List.of(),
                List.of());

        People people = People.of(odd, mapping());

        assertThat(people.responder("ops@shop.example")).isEmpty();
        assertThat(people.isShared("ops@shop.example")).isTrue();
    }

    @Test
    void the_mapping_adds_names() {
        assertThat(people().responder("A. Sousa")).contains("ana");
    }

    @Test
    void a_clerk_is_known_by_any_name() {
        assertThat(people().isAdministrative("service-desk")).isTrue();
        assertThat(people().isAdministrative("P01")).as("ana, by another name").isTrue();
        assertThat(people().isAdministrative("bo")).isFalse();
    }

    private static People people() {
        return People.of(ROSTER, mapping());
    }

    private static ImportMapping mapping() {
        return new ImportMapping(
                "m",
                Map.of(),
                ',',
                null,
                List.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                Map.of("A. Sousa", "ana"),
                Set.of("service-desk", "ana"));
    }

    private static Responder responder(String name, Identities identities) {
        return new Responder(name, name, ResponderKind.PERSON, identities);
    }
}
