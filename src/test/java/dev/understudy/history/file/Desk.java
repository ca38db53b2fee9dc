package dev.understudy.history.file;

import dev.understudy.app.Catalog;
import dev.understudy.history.ImportMapping;
import dev.understudy.history.Incident;
import dev.understudy.history.Incidents;
import dev.understudy.history.MemoryIncidents;
import dev.understudy.history.Participation;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.ScenarioFiles;
import dev.understudy.scenario.language.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports texts into memory, by the roster of the sample history, at noon of 2026-11-22. */
final class Desk implements Onlooker {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final ScenarioFiles FILES = Catalog.files();

    final Roster roster = good(FILES.roster(Source.file(Path.of("scenarios/history/roster.yaml"))));
    final Incidents store = new MemoryIncidents();
    final List<String> rejects = new ArrayList<>();

    private ImportMapping mapping = ImportMapping.NONE;
    private Format format = Format.CSV;
    private @Nullable Charset encoding;

    /** @param spec what stands under {@code spec:}, indented by two */
    Desk mapping(String spec) {
        String head = "apiVersion: understudy.dev/v1\nkind: ImportMapping\nmetadata: {name: test}\nspec:\n";
        mapping = good(MappingForm.FILE.read(Source.text("mapping.yaml", head + spec)));
        return this;
    }

    Desk jsonLines() {
        format = Format.JSONL;
        return this;
    }

    Desk encoding(String name) {
        encoding = Charset.forName(name);
        return this;
    }

    Takings take(String... lines) throws IOException {
        return take(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    Takings take(byte[] bytes) throws IOException {
        return take(new ByteArrayInputStream(bytes));
    }

    Takings take(InputStream in) throws IOException {
        HistoryFile file = HistoryFile.open(in, format, encoding, mapping);
        return new Intake(file, store, roster, "pager", NOW, this).take();
    }

    List<Incident> incidents() {
        List<Incident> told = new ArrayList<>();
        store.each(Instant.MIN, Instant.MAX, told::add);
        return told;
    }

    List<String> ids() {
        return incidents().stream().map(Incident::id).sorted().toList();
    }

    Incident only() {
        return incidents().getFirst();
    }

    /** Returns who did what in the only incident, as {@code worked:bo}. */
    List<String> parts() {
        return only().participations().stream().map(Desk::part).toList();
    }

    private static String part(Participation part) {
        return part.kind().word() + ":" + part.responder();
    }

    @Override
    public void rejected(Reject reject) {
        rejects.add(reject.words());
    }

    @Override
    public boolean stored(long bytes, long rows) {
        return true;
    }

    private static <T> T good(Read<T> read) {
        return switch (read) {
            case Read.Good<T> good -> good.value();
            case Read.Bad<T> bad -> throw new AssertionError(bad.problems());
        };
    }
}
