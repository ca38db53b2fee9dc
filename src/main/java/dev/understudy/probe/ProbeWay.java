package dev.understudy.probe;

/** How probes of services get to them. */
public enum ProbeWay {
    /** By their names, as every pod does: from a pod inside the cluster. */
    DIRECT("directly, as every pod does"),
    /** Through the API server's proxy and port-forward: from outside. */
    API_SERVER("through the API server, where network policies may not apply");

    private final String words;

    ProbeWay(String words) {
        this.words = words;
    }

    /** Returns the end of a sentence such as "probes ask services ...". */
    public String words() {
        return words;
    }
}
