package dev.understudy.simulated.prometheus;

/** Where in a query a mistake is, as Prometheus says it. */
final class Places {
    private Places() {}

    /** Returns {@code 1:5: parse error: }, or nothing where the whole query is meant. */
    static String of(String query, QueryException mistake) {
        if (mistake.position() < 0) {
            return "";
        }
        String before = query.substring(0, Math.min(mistake.position(), query.length()));
        long line = before.chars().filter(letter -> letter == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        return line + ":" + column + ": parse error: ";
    }
}
