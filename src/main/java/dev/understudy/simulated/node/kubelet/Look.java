package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.reconcile.Remark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One look of a kubelet at a pod: the moment, and what comes of it: events, and when to look again. */
final class Look {
    private final ObjectNode pod;
    private final Surroundings around;
    private final Pace pace;
    private final Instant now;
    private final List<Remark> remarks = new ArrayList<>();
    private @Nullable Instant due;

    Look(ObjectNode pod, Surroundings around, Pace pace, Instant now) {
        this.pod = pod;
        this.around = around;
        this.pace = pace;
        this.now = now;
    }

    ObjectNode pod() {
        return pod;
    }

    Surroundings around() {
        return around;
    }

    Pace pace() {
        return pace;
    }

    Instant now() {
        return now;
    }

    /** Tells whether a moment has come; if not, it is looked at again then. */
    boolean reached(Instant moment) {
        if (!moment.isAfter(now)) {
            return true;
        }
        again(moment);
        return false;
    }

    /** Asks for another look, at the latest at this moment. */
    void again(Instant moment) {
        if (due == null || moment.isBefore(due)) {
            due = moment;
        }
    }

    void say(ContainerSpec about, String reason, String message) {
        remark(about.path(), false, reason, message);
    }

    void warn(ContainerSpec about, String reason, String message) {
        remark(about.path(), true, reason, message);
    }

    void tell(String reason, String message) {
        remark("", false, reason, message);
    }

    void warn(String reason, String message) {
        remark("", true, reason, message);
    }

    private void remark(String part, boolean warning, String reason, String message) {
        String node = pod.path("spec").path("nodeName").asText();
        remarks.add(new Remark("kubelet", node, part, warning, reason, message));
    }

    List<Remark> remarks() {
        return remarks;
    }

    Optional<Instant> due() {
        return Optional.ofNullable(due);
    }
}
