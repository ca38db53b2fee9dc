package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.network.Backend;
import dev.understudy.simulated.network.Backends;
import dev.understudy.simulated.network.NetworkPicture;
import dev.understudy.simulated.network.ServiceName;
import java.util.List;
import java.util.Optional;

/** Finds who is behind a Service, as the API server's service proxy does. */
final class Routes {
    private Routes() {}

    /** Follows a Service's port by its number or its name; the empty name is a port's that has none. */
    static Route find(NetworkPicture picture, ServiceName name, String port) {
        Optional<ObjectNode> service = picture.service(name);
        if (service.isEmpty()) {
            return new Route.None(Refused.noService(name.name()));
        }
        Optional<JsonNode> declared = Backends.port(service.get(), port);
        if (declared.isEmpty()) {
            return new Route.None(
                    isNumber(port) ? Refused.noPort(port, name.name()) : Refused.noEndpoints(title(name, port)));
        }
        List<Backend> backends = new Backends(picture).of(name, declared.get());
        return backends.isEmpty() ? new Route.None(Refused.noEndpoints(name.name())) : new Route.To(backends);
    }

    private static String title(ServiceName service, String port) {
        return port.isEmpty() ? service.name() : service.name() + ":" + port;
    }

    private static boolean isNumber(String port) {
        return !port.isEmpty() && port.chars().allMatch(Character::isDigit);
    }
}
