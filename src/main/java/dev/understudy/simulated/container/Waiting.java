package dev.understudy.simulated.container;

import java.time.Duration;

/** How programs wait for what does not come. */
final class Waiting {
    private Waiting() {}

    static void seconds(int seconds) throws InterruptedException {
        Thread.sleep(Duration.ofSeconds(Math.max(0, seconds)));
    }
}
