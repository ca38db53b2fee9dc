package dev.understudy.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAddressTest {
    @Test
    void a_url_names_service_namespace_port_and_path() {
        assertThat(ServiceAddress.of(URI.create("http://web.shop/healthz?deep=1")))
                .isEqualTo(new ServiceAddress("http", "web", "shop", 80, "/healthz?deep=1"));
        assertThat(ServiceAddress.of(URI.create("https://web.shop.svc.cluster.local:8443")))
                .isEqualTo(new ServiceAddress("https", "web", "shop", 8443, "/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://web/", "http://www.example.com/", "mailto:a@b"})
    void other_urls_are_refused_with_the_right_form(String url) {
        assertThatThrownBy(() -> ServiceAddress.of(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://service.namespace/path");
    }
}
