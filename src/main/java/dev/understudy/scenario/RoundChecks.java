package dev.understudy.scenario;

import dev.understudy.fault.FaultSpec;
import dev.understudy.fault.FaultType;
import dev.understudy.probe.Probe;
import java.time.Duration;
import java.util.List;

/** That every fault can go in: that what it waits for can come, and that what is put in again may be. */
final class RoundChecks {
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final Scenario scenario;
    private final List<FaultType<?>> types;
    private final Findings findings;

    RoundChecks(Scenario scenario, List<FaultType<?>> types, Findings findings) {
        this.scenario = scenario;
        this.types = types;
        this.findings = findings;
    }

    void check() {
        List<FaultStep> faults = scenario.faults();
        if (!faults.isEmpty() && faults.stream().allMatch(f -> f.waitFor() != null)) {
            findings.add("/spec/faults", "every fault waits for something", "one must go in first, without 'waitFor'");
        }
        for (int i = 0; i < faults.size(); i++) {
            repeat("/spec/faults/" + i, faults.get(i));
            waitFor("/spec/faults/" + i + "/waitFor", faults.get(i));
            endsTooEarly("/spec/faults/" + i + "/for", faults.get(i));
            endsByItself("/spec/faults/" + i, faults.get(i));
        }
    }

    private void repeat(String part, FaultStep fault) {
        Repeat repeat = fault.repeat();
        if (repeat == null) {
            return;
        }
        String key = part + (repeat.sticky() ? "/sticky" : "/repeat");
        if (repeat.sticky() && !repeat.equals(Repeat.STICKY)) {
            findings.add(key, "'repeat' and 'sticky' exclude each other", "keep one");
        }
        boolean repeatable =
                types.stream().filter(type -> type.name().equals(fault.type())).allMatch(FaultType::repeatable);
        if (!repeatable) {
            findings.add(
                    key,
                    "a fault of kind '" + fault.type() + "' goes in once: it has to be undone",
                    "only faults that nobody has to undo may be put in again, such as podKill");
        }
        if (!repeat.sticky() && repeat.every().compareTo(LEAST) < 0) {
            findings.add(key + "/every", "'every' must be 1s or more", null);
        }
        Duration end = fault.lasts();
        Integer times = repeat.times();
        if (end != null
                && times != null
                && repeat.every().multipliedBy(times - 1L).compareTo(end) >= 0) {
            findings.add(key + "/times", "the last time comes after the fault's own end", "make 'for' longer");
        }
    }

    private void waitFor(String part, FaultStep fault) {
        if (fault.waitFor() != null) {
            findings.unknown(
                    part,
                    "probe",
                    fault.waitFor().probe(),
                    scenario.probes().stream().map(Probe::name).toList());
        }
    }

    /** Recovery is looked for after the last fault is in and before the first undo of ours: there must be such a time. */
    private void endsTooEarly(String part, FaultStep fault) {
        Duration lasts = fault.lasts();
        if (lasts == null) {
            return;
        }
        scenario.faults().stream()
                .filter(other ->
                        other != fault && lastTime(other).compareTo(fault.at().plus(lasts)) >= 0)
                .findFirst()
                .ifPresent(other -> findings.add(
                        part,
                        "'" + fault.name() + "' ends before '" + other.name() + "' is in: nobody could recover in time",
                        "recovery is looked for after the last fault and before the first undo"));
    }

    /** The end of an experiment is nobody's recovery, so the file must say when it is over. */
    private void endsByItself(String part, FaultStep fault) {
        boolean itself = types.stream()
                .filter(type -> type.name().equals(fault.type()))
                .anyMatch(type -> endsByItself(type, fault.spec()));
        if (itself && fault.lasts() == null) {
            findings.add(
                    part,
                    "'" + fault.name() + "' is ended by its own controller, which would look like a recovery",
                    "say 'for', no longer than the experiment itself lasts");
        }
    }

    private static <S extends FaultSpec> boolean endsByItself(FaultType<S> type, FaultSpec spec) {
        return type.spec().isInstance(spec) && type.endsByItself(type.spec().cast(spec));
    }

    private static Duration lastTime(FaultStep fault) {
        Repeat repeat = fault.repeat();
        Integer times = repeat == null ? null : repeat.times();
        return repeat == null || times == null
                ? fault.at()
                : fault.at().plus(repeat.every().multipliedBy(times - 1L));
    }
}
