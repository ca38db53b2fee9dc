package dev.understudy.simulated.prometheus;

/** A query that cannot be answered, in the words for whoever wrote it. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;

    QueryException(int position, String message) {
        super(message);
        this.position = position;
    }

    /** Returns where in the query it is, from 0; negative where the whole query is meant. */
    public int position() {
        return position;
    }
}
