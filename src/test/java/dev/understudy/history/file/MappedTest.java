package dev.understudy.history.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.history.Flaw;
import dev.understudy.history.Incident;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names and codes of other systems, and who is meant by them. */
class MappedTest {
    private static final String HEADER = "id,service,class,opened,acknowledged_by,resolved_by,worked";
    private static final String OPENED = "2026-03-01T10:00:00Z";

    private final Desk desk = new Desk();

    @Test
    void columns_of_other_names_are_found() throws IOException {
        desk.mapping("  columns: {id: Number, service: Business Service, opened: Created At}\n");

        desk.take("Created At (UTC),Number,Business Service", "2026-03-01 10:00,INC7,checkout");

        assertThat(desk.only().id()).isEqualTo("INC7");
    }

    @Test
    void a_column_that_the_mapping_names_must_be_there() {
        desk.mapping("  columns: {worked: Assignee}\n");

        assertThatThrownBy(() -> desk.take("id,service,opened,Asignee", "1,checkout," + OPENED + ",bo"))
                .hasMessageContaining("there is no column 'Assignee' in the header; correct it under 'columns'")
                .hasMessageContaining("did you mean 'Asignee'?");
    }

    @Test
    void another_separator_is_read_when_it_is_named() throws IOException {
        desk.mapping("  separator: semicolon\n");

        desk.take("id;service;opened;worked", "1;checkout;" + OPENED + ";\"ana;bo\"");

        assertThat(desk.parts()).containsExactly("worked:ana", "worked:bo");
    }

    @Test
    void codes_for_missing_stand_for_nothing() throws IOException {
        desk.mapping("  missing: [\"-\", N/A, \"?\", \"null\"]\n");

        desk.take(HEADER + ",resolved", "1,checkout,?," + OPENED + ",-,N/A,null;ana,null");

        assertThat(desk.only().incidentClass()).isEmpty();
        assertThat(desk.only().resolved()).isNull();
        assertThat(desk.parts()).containsExactly("worked:ana");
    }

    @Test
    void a_code_for_missing_where_something_is_needed_is_told() throws IOException {
        desk.mapping("  missing: [\"-\"]\n");

        desk.take(HEADER, "1,-,," + OPENED + ",,,");

        assertThat(desk.rejects).containsExactly("2: there is no service");
    }

    @Test
    void services_and_classes_take_the_rosters_names() throws IOException {
        desk.mapping("  services: {Checkout API: checkout}\n  classes: {\"Cache, lost\": cache-loss}\n");

        desk.take(HEADER, "1,Checkout API,\"Cache, lost\"," + OPENED + ",,,");

        assertThat(desk.only().service()).isEqualTo("checkout");
        assertThat(desk.only().incidentClass()).isEqualTo("cache-loss");
    }

    @Test
    void services_and_classes_that_the_roster_does_not_know_are_kept_and_listed() throws IOException {
        Takings takings = desk.take(HEADER, "1,legacy,odd," + OPENED + ",,,", "2,legacy,," + OPENED + ",,,");

        assertThat(desk.incidents()).extracting(Incident::service).containsOnly("legacy");
        assertThat(takings.remarks().unknownServices().mostFrequent()).containsExactly(Map.entry("legacy", 2L));
        assertThat(takings.remarks().unknownClasses().mostFrequent()).containsExactly(Map.entry("odd", 1L));
        assertThat(takings.remarks().withoutClass()).isEqualTo(1);
    }

    @Test
    void people_are_known_by_every_identity_of_the_roster_and_by_aliases() throws IOException {
        desk.mapping("  people: {\"Sousa, Ana\": ana}\n");

        desk.take(HEADER, "2,checkout,," + OPENED + ",BO@shop.example,U03,\"P04;eli;Sousa, Ana\"");

        assertThat(desk.parts())
                .containsExactly("acknowledged:bo", "resolved:cem", "worked:dia", "worked:eli", "worked:ana");
    }

    @Test
    void unknown_people_reject_their_row_and_are_listed_by_how_often_they_come() throws IOException {
        Takings takings = desk.take(
                HEADER,
                "1,checkout,," + OPENED + ",zed,,",
                "2,checkout,," + OPENED + ",Ana,,zed",
                "3,checkout,," + OPENED + ",ana,,");

        assertThat(desk.ids()).containsExactly("3");
        assertThat(desk.rejects).contains("2: 'zed' (acknowledged) is nobody that the roster or the mapping knows");
        assertThat(takings.rejected()).isEqualTo(Map.of(Flaw.Kind.PERSON, 2L));
        assertThat(takings.remarks().unknownPeople().mostFrequent())
                .containsExactly(Map.entry("zed", 2L), Map.entry("Ana", 1L));
    }

    @Test
    void a_clerk_who_closes_has_not_resolved_it() throws IOException {
        desk.mapping("  administrative: [service-desk, fay]\n");

        Takings takings = desk.take(
                HEADER, "1,checkout,," + OPENED + ",bo,service-desk,ana", "2,checkout,," + OPENED + ",bo,P06,ana");

        assertThat(desk.incidents())
                .allSatisfy(incident -> assertThat(incident.participations()).hasSize(2));
        assertThat(takings.remarks().clericalClosings()).isEqualTo(2);
    }

    @Test
    void a_clerk_who_works_on_it_has_worked_on_it() throws IOException {
        desk.mapping("  administrative: [fay]\n");

        desk.take(HEADER, "1,checkout,," + OPENED + ",,fay,fay");

        assertThat(desk.parts()).containsExactly("worked:fay");
    }
}
