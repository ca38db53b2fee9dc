package dev.understudy.simulated.store;

import java.util.Comparator;

/** Where an object stands among those of its kind: by namespace, then by name. */
record Key(String namespace, String name) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::namespace).thenComparing(Key::name);

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }
}
