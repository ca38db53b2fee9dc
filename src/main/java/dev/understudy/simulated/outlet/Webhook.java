package dev.understudy.simulated.outlet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where something is posted, and what the receiver asks for.
 *
 * @param address where to
 * @param token file of a bearer token, read at each delivery: it may be made, or made anew, at any time
 */
public record Webhook(URI address, Optional<Path> token) {
    /** One that asks for nothing. */
    public static Webhook open(URI address) {
        return new Webhook(address, Optional.empty());
    }

    /**
     * Begins a request to it.
     *
     * @throws IOException when the token cannot be read
     */
    public HttpRequest.Builder request() throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return token.isPresent()
                ? request.header(
                        "Authorization",
                        "Bearer " + Files.readString(token.get()).strip())
                : request;
    }
}
