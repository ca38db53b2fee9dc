package dev.understudy.cluster.kubernetes;

import dev.understudy.probe.ServiceCaller;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls services by their names, as every other pod does; for a process that runs inside the cluster. */
final class DirectServices implements ServiceCaller {
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Override
    public Answer call(URI url, Duration timeout) {
        long start = System.nanoTime();
        // the request's own time limit ends with the headers; a body that stalls must not hold the probe up
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(
                HttpRequest.newBuilder(url).timeout(timeout).build(), HttpResponse.BodyHandlers.discarding());
        try {
            HttpResponse<Void> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer.Status(response.statusCode(), Duration.ofNanos(System.nanoTime() - start));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String why = cause.getMessage();
            return new Answer.Unreachable(why == null ? cause.getClass().getSimpleName() : why);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Answer.Unreachable("no answer within " + timeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Blind("interrupted");
        }
    }
}
