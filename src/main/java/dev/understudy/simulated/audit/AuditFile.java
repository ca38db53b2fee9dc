package dev.understudy.simulated.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Appends events to a file, one line of JSON each. */
public final class AuditFile implements Audit.Destination {
    private final Path file;

    public AuditFile(Path file) {
        this.file = file;
    }

    @Override
    public void write(List<ObjectNode> events) throws IOException {
        List<String> lines = events.stream().map(ObjectNode::toString).toList();
        Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
