package dev.understudy.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The token of the webhooks. It stays the same from drill to drill, so that monitoring is told of it once, by the file's
 * name: nobody has to copy a secret.
 */
public record HookToken(Path file) {
    /**
     * Returns the token; makes it, for this user alone, when there is none yet.
     *
     * @throws UncheckedIOException when it can be neither read nor made
     */
    public String read() {
        try {
            if (!Files.exists(file)) {
                PrivateText.write(file, PrivateText.token());
            }
            String token = Files.readString(file).strip();
            if (token.isEmpty()) {
                throw new IOException("it is empty; remove it, and a new one is made");
            }
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException("the token of the webhooks, " + file + ", cannot be had", e);
        }
    }
}
