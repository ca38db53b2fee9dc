package dev.understudy.simulated.prometheus;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.simulated.metrics.Labels;
import dev.understudy.simulated.metrics.Measurements;
import dev.understudy.simulated.metrics.Series;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which series there are, and by what labels. */
record KnownSeries(Measurements measurements, Instant now) {
    /** Returns the labels of the series that any of the selectors chooses. */
    ArrayNode matching(List<String> selectors) {
        if (selectors.isEmpty()) {
            throw new QueryException(-1, "no match[] parameter provided");
        }
        Predicate<Labels> wanted = selectors.stream()
                .map(KnownSeries::selector)
                .reduce(Predicate::or)
                .orElseThrow();
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        present(wanted).forEach(labels -> labels.all().forEach(all.addObject()::put));
        return all;
    }

    private static Predicate<Labels> selector(String text) {
        return Parser.parse(text) instanceof Expression.Selector selector
                ? selector::wants
                : refuse("invalid parameter \"match[]\": not a selector: " + text);
    }

    private static Predicate<Labels> refuse(String why) {
        throw new QueryException(-1, why);
    }

    ArrayNode names() {
        TreeSet<String> names = new TreeSet<>();
        present(_ -> true).forEach(labels -> names.addAll(labels.all().keySet()));
        return list(names);
    }

    ArrayNode values(String label) {
        TreeSet<String> values = new TreeSet<>();
        present(labels -> labels.all().containsKey(label)).forEach(labels -> values.add(labels.get(label)));
        return list(values);
    }

    private Stream<Labels> present(Predicate<Labels> wanted) {
        return measurements.select(wanted).stream()
                .filter(series -> series.at(now).isPresent())
                .map(Series::labels);
    }

    private static ArrayNode list(TreeSet<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }
}
