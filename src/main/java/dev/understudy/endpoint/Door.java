package dev.understudy.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.function.Function;

/**
 * One address that can be posted to.
 *
 * @param path such as {@code /orders}
 * @param largest body that is read, in bytes
 * @param taking takes a JSON object and returns another; fails with a {@link RequestProblem} when it does not fit
 */
record Door(String path, Credentials credentials, int largest, Function<JsonNode, Future<JsonNode>> taking) {}
