package dev.understudy.app;

import dev.understudy.debrief.file.DebriefForm;
import dev.understudy.fault.AccessRevokedFault;
import dev.understudy.fault.ConfigFault;
import dev.understudy.fault.CrashLoopFault;
import dev.understudy.fault.EnvFault;
import dev.understudy.fault.FaultType;
import dev.understudy.fault.ImageFault;
import dev.understudy.fault.ManifestFault;
import dev.understudy.fault.NetworkDenyFault;
import dev.understudy.fault.NodeCordonFault;
import dev.understudy.fault.NodeDrainFault;
import dev.understudy.fault.NodeTaintFault;
import dev.understudy.fault.PodEvictFault;
import dev.understudy.fault.PodKillFault;
import dev.understudy.fault.QuotaFault;
import dev.understudy.fault.ReadinessFault;
import dev.understudy.fault.ResourcesFault;
import dev.understudy.fault.ScaleFault;
import dev.understudy.fault.ServiceSelectorFault;
import dev.understudy.history.file.MappingForm;
import dev.understudy.playbook.file.SettingsForm;
import dev.understudy.report.JunitReport;
import dev.understudy.report.MarkdownReport;
import dev.understudy.report.ReportFormat;
import dev.understudy.report.html.HtmlReport;
import dev.understudy.report.json.JsonReport;
import dev.understudy.scenario.language.LoneFile;
import dev.understudy.scenario.language.ScenarioFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Everything there is to choose from: one line for each. */
public final class Catalog {
    /** The kinds of fault that a scenario may use. */
    public static final List<FaultType<?>> FAULTS = List.of(
            new ScaleFault(),
            new PodKillFault(),
            new PodEvictFault(),
            new ImageFault(),
            new ConfigFault(),
            new EnvFault(),
            new ResourcesFault(),
            new ReadinessFault(),
            new CrashLoopFault(),
            new ServiceSelectorFault(),
            new NetworkDenyFault(),
            new NodeCordonFault(),
            new NodeDrainFault(),
            new NodeTaintFault(),
            new QuotaFault(),
            new AccessRevokedFault(),
            new ManifestFault());

    /** The keys of the kinds of probe. */
    public static final List<String> PROBES = List.of("http", "tcp", "prometheus", "workload");

    /** The kinds of file that are read without any other. */
    public static final List<LoneFile<?>> LONE_FILES = List.of(DebriefForm.FILE, SettingsForm.FILE, MappingForm.FILE);

    /** Made when a file is read: commands that read none need none of its forms. */
    private static final class Readers {
        private static final ScenarioFiles ALL = new ScenarioFiles(FAULTS, LONE_FILES);
    }

    private Catalog() {}

    /** Returns what reads every kind of file. */
    public static ScenarioFiles files() {
        return Readers.ALL;
    }

    /** The formats of a report; made when asked for, so that commands without reports load none of it. */
    public static List<ReportFormat> reports() {
        return List.of(new HtmlReport(), new MarkdownReport(), new JsonReport(), new JunitReport());
    }

    /** Returns the page of a fault or probe, in Markdown; empty when nothing is called so. */
    public static Optional<String> page(String name) {
        boolean fault = FAULTS.stream().anyMatch(f -> f.name().equals(name));
        if (!fault && !PROBES.contains(name)) {
            return Optional.empty();
        }
        String path = "/pages/" + (fault ? "faults/" : "probes/") + name + ".md";
        try (InputStream in = Catalog.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
