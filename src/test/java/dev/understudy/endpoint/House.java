package dev.understudy.endpoint;

import dev.understudy.journal.sql.FileLocks;
import dev.understudy.roster.Identities;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import dev.understudy.roster.Team;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A door that is open, with a drill behind it, on a machine of its own. */
final class House implements AutoCloseable {
    static final Roster ROSTER = new Roster(
            "shop",
            Stream.of("ana", "bo", "copilot").map(House::responder).toList(),
            List.of(new Team("payments", List.of("ana", "bo"))),
            List.of(),
            List.of());

    final Playing playing = new Playing();
    final Addresses addresses;
    final HookToken token;
    final Endpoint endpoint;
    private final FileLocks locks;
    private final FileLocks.Held held;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client = HttpClient.newHttpClient();

    private House(Path folder) {
        locks = new FileLocks(folder.resolve("locks"));
        held = locks.tryLock(playing.live().id()).orElseThrow();
        addresses = new Addresses(folder.resolve("addresses"), locks);
        token = new HookToken(folder.resolve("hook-token"));
        endpoint = Endpoint.open(vertx, 0, addresses, token);
    }

    /** One whose drill has not begun. */
    static House empty(Path folder) {
        return new House(folder);
    }

    static House open(Path folder) {
        House house = new House(folder);
        house.endpoint.serve(house.playing.live(), ROSTER);
        return house;
    }

    private static Responder responder(String name) {
        return new Responder(name, name, ResponderKind.PERSON, Identities.NONE);
    }

    /** Gives an order as the commands do. */
    Answer give(Order order) throws IOException, InterruptedException {
        return DrillCaller.call(addresses.find().living().getFirst(), order);
    }

    /** Posts as a bearer. */
    HttpResponse<String> post(String path, String bearer, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + bearer)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Posts to a webhook. */
    HttpResponse<String> hook(String path, String body) throws IOException, InterruptedException {
        return post(path, token.read(), body);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(endpoint.url(path)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Lets the drill's process die, as far as others can see. */
    void die() {
        held.close();
    }

    @Override
    public void close() {
        client.close();
        endpoint.close();
        vertx.close().await();
        held.close();
    }
}
