package dev.understudy.cluster.kubernetes;

import dev.understudy.probe.ServiceCaller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls services by their names, as every other pod does; for a process that runs inside the cluster. */
final class DirectServices implements ServiceCaller {
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Override
    public Answer call(URI url, Duration timeout) {
        long start = System.nanoTime();
        try {
            HttpResponse<Void> response = http.send(
                    HttpRequest.newBuilder(url).timeout(timeout).build(), HttpResponse.BodyHandlers.discarding());
            return new Answer.Status(response.statusCode(), Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            String why = e.getMessage();
            return new Answer.Unreachable(why == null ? e.getClass().getSimpleName() : why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Blind("interrupted");
        }
    }
}
