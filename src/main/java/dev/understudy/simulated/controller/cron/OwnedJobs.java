package dev.understudy.simulated.controller.cron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.store.Meta;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The Jobs of one CronJob. */
record OwnedJobs(List<ObjectNode> all) {
    static boolean succeeded(ObjectNode job) {
        return Condition.isTrue(job, "Complete");
    }

    static boolean failed(ObjectNode job) {
        return Condition.isTrue(job, "Failed");
    }

    static boolean finished(ObjectNode job) {
        return succeeded(job) || failed(job);
    }

    Set<String> uids() {
        return all.stream().map(Meta::uid).collect(Collectors.toSet());
    }

    /** Returns those that are too many of a kind, the oldest first. */
    List<ObjectNode> surplus(Predicate<ObjectNode> which, int kept) {
        List<ObjectNode> found = all.stream()
                .filter(which)
                .sorted(Comparator.comparing((ObjectNode job) ->
                                job.path("status").path("startTime").asText("~"))
                        .thenComparing(Meta::name))
                .toList();
        return found.subList(0, Math.max(0, found.size() - kept));
    }
}
