package dev.understudy.cluster.kubernetes;

import dev.understudy.probe.Connector;
import dev.understudy.probe.ServiceName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Connects to services by their names, as every other pod does; for a process that runs inside the cluster. */
final class DirectPorts implements Connector {
    @Override
    public Answer connect(ServiceName service, int port, Duration timeout) {
        return connect(new InetSocketAddress(service.host(), port), timeout);
    }

    static Answer connect(InetSocketAddress address, Duration timeout) {
        if (address.isUnresolved()) {
            return new Answer.Refused("the name " + address.getHostString() + " cannot be resolved");
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, Math.toIntExact(Math.max(1, timeout.toMillis())));
            return new Answer.Accepted();
        } catch (SocketTimeoutException e) {
            return new Answer.Refused("no connection within " + timeout.toMillis() + " ms");
        } catch (IOException e) {
            String why = e.getMessage();
            return new Answer.Refused(why == null ? e.getClass().getSimpleName() : why);
        }
    }
}
