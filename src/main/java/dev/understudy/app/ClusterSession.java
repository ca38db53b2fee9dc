package dev.understudy.app;

import dev.understudy.orchestrator.ClusterPorts;
import dev.understudy.orchestrator.Hands;
import java.util.function.Function;

/** A cluster that is connected. */
public interface ClusterSession extends AutoCloseable {
    /** What it offers to drills. */
    ClusterPorts ports();

    /** What scripted responders can do on it, by name: each under a kubeconfig context of that name. */
    Function<String, Hands> hands();

    /** Returns the kubeconfig with a user for each responder, as a path; for a real cluster the one it was opened with. */
    String kubeconfig();

    @Override
    void close();
}
