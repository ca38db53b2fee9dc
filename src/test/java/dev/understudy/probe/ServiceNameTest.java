package dev.understudy.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"db.shop", "db.shop.svc", "db.shop.svc.cluster.local"})
    void reads_every_way_to_name_a_service_inside_the_cluster(String host) {
        assertThat(ServiceName.parse(host)).contains(new ServiceName("db", "shop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"db", "db.example.com", "10.0.0.1", "db.shop:5432", "db.shop.svc.elsewhere", "Db.shop", ""})
    void anything_else_is_no_service(String host) {
        assertThat(ServiceName.parse(host)).isEmpty();
    }
}
