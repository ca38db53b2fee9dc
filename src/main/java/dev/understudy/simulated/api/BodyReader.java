package dev.understudy.simulated.api;

import dev.understudy.simulated.store.StatusException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads the body of a request, up to the largest that the server takes. */
final class BodyReader {
    /** The server's own limit. */
    private static final int LARGEST = 3 * 1024 * 1024;

    private BodyReader() {}

    /** Fails with {@link StatusException} 413 as soon as the body is too large; the rest is read and dropped. */
    static Future<Buffer> read(HttpServerRequest request) {
        Promise<Buffer> promise = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > LARGEST) {
                promise.tryFail(new StatusException(
                        413, "RequestEntityTooLarge", "Request entity is too large: limit is " + LARGEST));
            } else {
                body.appendBuffer(part);
            }
        });
        request.exceptionHandler(promise::tryFail);
        request.endHandler(end -> promise.tryComplete(body));
        return promise.future();
    }
}
