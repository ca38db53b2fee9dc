package dev.understudy.scenario.language;

import dev.understudy.cluster.Workload;
import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.Share;
import dev.understudy.scenario.form.Choice;
import dev.understudy.scenario.form.Choice.Option;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Texts;
import dev.understudy.scenario.form.Values;
import java.time.Duration;
import java.util.List;

/** Probes: a name, a pace, and one named key that says how to look. */
final class ProbeForms {
    private static final Field<String> URL =
            Field.required("url", Texts.url(), "http://service.namespace[:port]/path of a service in the cluster");
    private static final Field<Integer> STATUS =
            Field.byDefault("status", Leaves.whole(100, 599), "200", "status that is good");
    private static final Field<Duration> TIMEOUT =
            Field.byDefault("timeout", Leaves.duration(), "1s", "after which the answer is bad; more than zero");
    private static final Form<ProbeCheck.Http> HTTP =
            ObjectForm.of(v -> new ProbeCheck.Http(v.get(URL), v.get(STATUS), v.get(TIMEOUT)), URL, STATUS, TIMEOUT);

    private static final Field<String> HOST =
            Field.required("host", Texts.dnsName(), "service.namespace of a service in the cluster");
    private static final Field<Integer> PORT =
            Field.required("port", Leaves.whole(1, 65535), "port of the service that must accept a connection");
    private static final Form<ProbeCheck.Tcp> TCP =
            ObjectForm.of(v -> new ProbeCheck.Tcp(v.get(HOST), v.get(PORT), v.get(TIMEOUT)), HOST, PORT, TIMEOUT);

    private static final Field<Share> READY = Field.byDefault(
            "ready",
            Leaves.share(),
            "100%",
            "how much of it must be ready: pods, or a percentage of its replicas before the first change");
    private static final Form<ProbeCheck.Ready> WORKLOAD = ObjectForm.of(
            v -> new ProbeCheck.Ready(new Workload(v.get(WorkloadForms.KIND), v.get(WorkloadForms.NAME)), v.get(READY)),
            WorkloadForms.KIND,
            WorkloadForms.NAME,
            READY);

    static final Field<String> NAME = Field.required("name", Texts.text(), "unique in the scenario, as people say it");
    static final Field<Duration> EVERY = Field.byDefault(
            "every", Leaves.duration(), "1s", "from the start of one reading to the start of the next; more than zero");
    static final Choice<ProbeCheck> CHECK = new Choice<>(
            List.of(
                    new Option<>("http", HTTP, "asks a URL"),
                    new Option<>("tcp", TCP, "opens a connection"),
                    new Option<>("prometheus", PrometheusForm.PROMETHEUS, "compares what a Prometheus says"),
                    new Option<>(
                            "workload", WORKLOAD, "watches how much of a workload of the target namespace is ready")),
            HTTP.blank());

    static final Form<Probe> PROBE = ObjectForm.shared("probe", ProbeForms::probe, NAME, EVERY, CHECK);

    private ProbeForms() {}

    static Probe probe(Values values) {
        return new Probe(values.get(NAME), values.get(EVERY), values.get(CHECK));
    }
}
