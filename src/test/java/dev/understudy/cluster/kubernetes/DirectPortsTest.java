package dev.understudy.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.probe.Connector.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DirectPortsTest {
    @Test
    void an_open_port_accepts_and_a_closed_one_does_not() throws IOException {
        int port;
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = open.getLocalPort();

            assertThat(connect(port)).isInstanceOf(Answer.Accepted.class);
        }
        assertThat(connect(port)).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void a_name_that_cannot_be_resolved_is_refused() {
        Answer answer =
                DirectPorts.connect(InetSocketAddress.createUnresolved("db.shop.svc", 5432), Duration.ofSeconds(1));

        assertThat(answer).isEqualTo(new Answer.Refused("the name db.shop.svc cannot be resolved"));
    }

    private static Answer connect(int port) {
        return DirectPorts.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), Duration.ofSeconds(1));
    }
}
