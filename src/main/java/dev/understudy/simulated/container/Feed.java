package dev.understudy.simulated.container;

import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What somebody types, for a program that reads it. Written by one thread, which never waits, and read by another. */
public final class Feed extends InputStream {
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> parts = new LinkedBlockingQueue<>();
    private final Runnable taken;
    private byte[] current = END;
    private int at;
    private boolean ended;
    private volatile boolean cut;

    /** Calls {@code taken} after each part that was read, so that the client may send another. */
    public Feed(Runnable taken) {
        this.taken = taken;
    }

    /** Adds what was typed. */
    public void add(byte[] bytes) {
        if (bytes.length > 0) {
            parts.add(bytes);
        } else {
            taken.run();
        }
    }

    /** Says that nothing will follow. */
    public void end() {
        parts.add(END);
    }

    /** Forgets what nobody has read yet: the reader finds the end next. */
    void cut() {
        cut = true;
        parts.clear();
        end();
    }

    /** How many parts nobody has read yet. */
    public int unread() {
        return parts.size();
    }

    @Override
    public int read() {
        return fill() ? current[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, current.length - at);
        System.arraycopy(current, at, bytes, from, count);
        at += count;
        return count;
    }

    private boolean fill() {
        while (at == current.length && !ended) {
            try {
                byte[] next = parts.take();
                current = cut ? END : next;
            } catch (InterruptedException killed) {
                Thread.currentThread().interrupt();
                return false;
            }
            at = 0;
            ended = current.length == 0;
            if (!ended) {
                taken.run();
            }
        }
        return !ended;
    }
}
