package dev.understudy.simulated.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.schema.Amount;
import dev.understudy.simulated.schema.Amounts;
import java.util.List;
import java.util.Locale;

/**
 * Holds what is asked for against one item of a LimitRange.
 *
 * @param type what the item is about: {@code Container}, {@code Pod} or {@code PersistentVolumeClaim}
 * @param problems collects what is wrong, in the server's words
 */
record LimitCheck(String type, Amounts requests, Amounts limits, List<String> problems) {
    void all(JsonNode item) {
        Amounts.read(item.path("min")).byName().forEach(this::least);
        Amounts.read(item.path("max")).byName().forEach(this::most);
        Amounts.read(item.path("maxLimitRequestRatio")).byName().forEach(this::ratio);
    }

    /** Checks what has requests and no limits. */
    void requestsOnly(JsonNode item) {
        Amounts.read(item.path("min")).byName().forEach(this::least);
        Amounts.read(item.path("max")).byName().forEach(this::mostRequested);
    }

    private void least(String resource, Amount least) {
        String rule = "minimum " + resource + " usage per " + type + " is " + least;
        if (!requests.has(resource)) {
            problems.add(rule + ".  No request is specified");
        } else if (requests.get(resource).compareTo(least) < 0) {
            problems.add(rule + ", but request is " + requests.get(resource));
        } else if (limits.has(resource) && limits.get(resource).compareTo(least) < 0) {
            problems.add(rule + ", but limit is " + limits.get(resource));
        }
    }

    private void most(String resource, Amount most) {
        String rule = "maximum " + resource + " usage per " + type + " is " + most;
        if (!limits.has(resource)) {
            problems.add(rule + ".  No limit is specified");
        } else if (limits.get(resource).compareTo(most) > 0) {
            problems.add(rule + ", but limit is " + limits.get(resource));
        } else if (requests.get(resource).compareTo(most) > 0) {
            problems.add(rule + ", but request is " + requests.get(resource));
        }
    }

    private void mostRequested(String resource, Amount most) {
        String rule = "maximum " + resource + " usage per " + type + " is " + most;
        if (!requests.has(resource)) {
            problems.add(rule + ".  No request is specified");
        } else if (requests.get(resource).compareTo(most) > 0) {
            problems.add(rule + ", but request is " + requests.get(resource));
        }
    }

    private void ratio(String resource, Amount most) {
        String rule = resource + " max limit to request ratio per " + type + " is " + most;
        if (requests.get(resource).isZero()) {
            problems.add(rule + ", but no request is specified or request is 0");
        } else if (limits.get(resource).isZero()) {
            problems.add(rule + ", but no limit is specified or limit is 0");
        } else {
            double given = limits.get(resource).value().doubleValue()
                    / requests.get(resource).value().doubleValue();
            if (given > most.value().doubleValue()) {
                problems.add(rule + ", but provided ratio is " + String.format(Locale.ROOT, "%f", given));
            }
        }
    }
}
