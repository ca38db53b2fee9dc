package dev.understudy.app;

import dev.understudy.fault.FaultType;
import dev.understudy.fault.ScaleFault;
import java.util.List;

/** Everything there is to choose from: one line for each. */
public final class Catalog {
    /** The kinds of fault that a scenario may use. */
    public static final List<FaultType<?>> FAULTS = List.of(new ScaleFault());

    private Catalog() {}
}
