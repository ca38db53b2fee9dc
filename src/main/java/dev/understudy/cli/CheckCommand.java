package dev.understudy.cli;

import dev.understudy.app.EvidenceBook;
import dev.understudy.independence.Assessment;
import dev.understudy.independence.Assessor;
import dev.understudy.independence.Question;
import dev.understudy.playbook.Pseudonyms;
import dev.understudy.report.CheckJunit;
import dev.understudy.report.artifact.CheckPage;
import dev.understudy.report.artifact.Edition;
import dev.understudy.report.json.PlaybookJson;
import dev.understudy.roster.Responder;
import dev.understudy.roster.Roster;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.scenario.Nearest;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code understudy check}: do the services work without their heroes? Reads the journal; touches nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Judges from the evidence whether each service depends on one responder.",
            "Exit code 0 only if every service asked about is independent, 1 if not."
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private EvidenceOptions evidence = new EvidenceOptions();

    @Option(names = "--service", paramLabel = "NAME", description = "Only this service of the roster.")
    @Nullable
    private String service;

    @Option(names = "--excluding", paramLabel = "NAME", description = "Only this responder of the roster.")
    @Nullable
    private String excluding;

    @Option(names = "--explain", description = "Walks through each verdict like a proof.")
    private boolean explain;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, md or junit; ${DEFAULT-VALUE} if not given.")
    private Format format = Format.text;

    /** Constants are spelled as on the command line. */
    enum Format {
        text,
        json,
        md,
        junit
    }

    @Override
    public Integer call() {
        Roster roster = evidence.roster();
        known(
                "service",
                service,
                roster.services().stream().map(ServiceEntry::name).toList());
        known(
                "responder",
                excluding,
                roster.responders().stream().map(Responder::name).toList());
        Instant moment = evidence.moment();
        EvidenceBook book = evidence.book(roster, evidence.settings().verdict(), moment);
        Question asked = book.question(service, excluding);
        Assessment assessment = Assessor.assess(evidence.anonymise() ? new Pseudonyms(roster).question(asked) : asked);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case text -> new CheckText(assessment, roster, Screen.standard()).print(out, explain);
            case json -> out.print(PlaybookJson.check(assessment));
            case md ->
                out.print(CheckPage.print(
                        assessment, new Edition(roster.name(), assessment, evidence.anonymise()), explain));
            case junit -> out.print(CheckJunit.print(assessment));
        }
        out.flush();
        return assessment.independent() ? ExitCodes.DONE : ExitCodes.NOT_PASSED;
    }

    private void known(String what, @Nullable String name, List<String> names) {
        if (name != null && !names.contains(name)) {
            String hint = Nearest.to(name, names)
                    .map(n -> "did you mean '" + n + "'?")
                    .orElse("it has " + String.join(", ", names));
            throw new ParameterException(
                    spec.commandLine(), "the roster has no " + what + " '" + name + "' (" + hint + ")");
        }
    }
}
