package dev.understudy.endpoint;

import dev.understudy.cluster.DrillRecord;
import dev.understudy.exclusion.AuditedRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Follows the drill's record through the audit events: it is the first thing that a drill writes and the last that it
 * removes, so once its removal has been told, everything before has been too.
 */
final class OurRecord {
    private static final String NAME = "configmaps/" + DrillRecord.NAME;

    private final CountDownLatch gone = new CountDownLatch(1);
    /** The removal of an earlier drill's record may be told late. */
    private boolean made;

    /** Looks at a request in the namespace of the drill. */
    synchronized void see(AuditedRequest request) {
        if (request.object().equals(NAME)) {
            made |= request.verb().equals("create") || request.verb().equals("patch");
            if (made && request.verb().equals("delete")) {
                gone.countDown();
            }
        }
    }

    /** Waits until its removal has been told; returns whether it has. */
    boolean gone(Duration patience) {
        try {
            return gone.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
