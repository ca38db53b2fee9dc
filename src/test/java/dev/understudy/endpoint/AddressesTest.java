package dev.understudy.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressesTest {
    private static final String DRILL = "checkout-cache-loss-20261121t101500z-7f3a";

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = House.open(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_living_drill_is_found_with_its_port() {
        assertThat(house.addresses.find().living())
                .extracting(Address::drill, Address::port, Address::process)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        DRILL, house.endpoint.port(), ProcessHandle.current().pid()));
    }

    @Test
    void the_tokens_are_readable_by_this_user_alone() throws Exception {
        for (Path file : List.of(folder.resolve("addresses").resolve(DRILL + ".json"), folder.resolve("hook-token"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("addresses"))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_token_is_never_shown() {
        Address address = house.addresses.find().living().getFirst();

        assertThat(address.toString()).contains(DRILL).doesNotContain(address.token());
    }

    @Test
    void the_address_of_a_dead_drill_is_named_and_removed() {
        house.die();

        Addresses.Found found = house.addresses.find();

        assertThat(found.living()).isEmpty();
        assertThat(found.dead()).containsExactly(DRILL);
        assertThat(folder.resolve("addresses")).isEmptyDirectory();
    }

    @Test
    void nothing_is_left_when_the_door_closes() {
        house.endpoint.close();

        assertThat(folder.resolve("addresses")).isEmptyDirectory();
        assertThat(house.addresses.find().dead()).isEmpty();
    }

    @Test
    void the_token_of_the_webhooks_stays_the_same() {
        String first = house.token.read();

        assertThat(house.token.read()).isEqualTo(first).hasSizeGreaterThan(40);
    }

    @Test
    void a_port_that_is_taken_is_refused_with_what_to_do() {
        assertThatThrownBy(() ->
                        Endpoint.open(io.vertx.core.Vertx.vertx(), house.endpoint.port(), house.addresses, house.token))
                .isInstanceOf(PortRefused.class)
                .hasMessageContaining("cannot listen on port " + house.endpoint.port() + " of 127.0.0.1")
                .hasMessageContaining("--listen-port");
    }
}
