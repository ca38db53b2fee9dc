package dev.understudy.simulated.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which containers run a command instead of an application: those whose first word is a program that they have. */
final class MainCommand {
    /** Images that are nothing but tools: without a command they run a shell. */
    private static final Set<String> TOOLS =
            Set.of("busybox", "alpine", "debian", "ubuntu", "bash", "netshoot", "curl", "dnsutils");

    private MainCommand() {}

    /** Returns the words of the command that the spec of a container asks for; empty for an application. */
    static Optional<List<String>> of(JsonNode container) {
        List<String> words = new ArrayList<>();
        container.path("command").forEach(word -> words.add(word.asText()));
        container.path("args").forEach(word -> words.add(word.asText()));
        if (words.isEmpty() && TOOLS.contains(title(container.path("image").asText()))) {
            words.add("sh");
        }
        return words.isEmpty() || !Programs.knows(words.getFirst()) ? Optional.empty() : Optional.of(words);
    }

    private static String title(String image) {
        return image.substring(image.lastIndexOf('/') + 1).split("[:@]", 2)[0];
    }
}
