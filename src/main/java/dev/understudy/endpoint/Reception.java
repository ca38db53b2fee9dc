package dev.understudy.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets requests in at their doors: JSON objects of bounded size, posted by somebody who knows the token. */
final class Reception implements Handler<HttpServerRequest> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<Door> doors;

    Reception(List<Door> doors) {
        this.doors = List.copyOf(doors);
    }

    @Override
    public void handle(HttpServerRequest request) {
        Future<JsonNode> answer;
        try {
            Door door = door(request);
            answer = body(request, door.largest()).compose(body -> door.taking().apply(object(body)));
        } catch (RequestProblem problem) {
            answer = Future.failedFuture(problem);
        }
        answer.onSuccess(json -> reply(request.response(), 200, "application/json", json))
                .onFailure(failure -> refuse(request.response(), failure));
    }

    private Door door(HttpServerRequest request) {
        Optional<Door> door =
                doors.stream().filter(d -> d.path().equals(request.path())).findFirst();
        if (door.isEmpty()) {
            throw new RequestProblem(
                    404,
                    "Not Found",
                    "there is only " + doors.stream().map(Door::path).collect(Collectors.joining(", ")));
        }
        if (!door.get().credentials().admit(request.getHeader("Authorization"))) {
            throw new RequestProblem(
                    401,
                    "Unauthorized",
                    "send the token as a bearer token, or as the password of basic authentication");
        }
        if (!request.method().equals(HttpMethod.POST)) {
            throw new RequestProblem(405, "Method Not Allowed", "this is only posted to");
        }
        return door.get();
    }

    private static Future<Buffer> body(HttpServerRequest request, int largest) {
        Promise<Buffer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > largest) {
                whole.tryFail(
                        new RequestProblem(413, "Content Too Large", "at most " + largest + " bytes are read here"));
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.exceptionHandler(whole::tryFail);
        request.endHandler(_ -> whole.tryComplete(body));
        return whole.future();
    }

    private static JsonNode object(Buffer body) {
        try {
            JsonNode json = JSON.readTree(body.getBytes());
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException _) {
            // said below, and without quoting what may be anybody's secret
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
        throw RequestProblem.unreadable("the body is no JSON object");
    }

    private static void refuse(HttpServerResponse response, Throwable failure) {
        RequestProblem problem = failure instanceof RequestProblem told
                ? told
                : new RequestProblem(500, "Internal Server Error", "a mistake of ours: " + failure);
        switch (problem.status()) {
            case 401 ->
                response.headers()
                        .add("WWW-Authenticate", "Bearer")
                        .add("WWW-Authenticate", "Basic realm=\"understudy\"");
            case 405 -> response.putHeader("Allow", "POST");
            case 413 -> response.putHeader("Connection", "close");
            case 503 -> response.putHeader("Retry-After", "1");
            default -> {}
        }
        reply(response, problem.status(), RequestProblem.MEDIA_TYPE, problem.json());
    }

    private static void reply(HttpServerResponse response, int status, String type, JsonNode json) {
        if (!response.ended() && !response.closed()) {
            response.setStatusCode(status).putHeader("Content-Type", type).end(json.toString());
        }
    }
}
