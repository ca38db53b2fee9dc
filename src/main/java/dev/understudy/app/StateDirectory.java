package dev.understudy.app;

import dev.understudy.journal.JournalException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where this user's drills are kept on this machine: {@code $XDG_STATE_HOME/understudy}, else
 * {@code $HOME/.local/state/understudy}.
 */
public record StateDirectory(Path path) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9._]{0,62}");

    /**
     * Finds it from the environment; creates nothing. A relative {@code XDG_STATE_HOME} is ignored, as its
     * specification asks.
     *
     * @throws JournalException when the environment names neither
     */
    public static StateDirectory of(Map<String, String> env) {
        @Nullable Path state = absolute(env.get("XDG_STATE_HOME"));
        if (state == null) {
            Path home = absolute(env.get("HOME"));
            if (home == null) {
                throw new JournalException(
                        "neither XDG_STATE_HOME nor HOME is set to an absolute path:"
                                + " set XDG_STATE_HOME to a directory where the journal of drills may be kept",
                        null);
            }
            state = home.resolve(".local/state");
        }
        return new StateDirectory(state.resolve("understudy"));
    }

    /** Returns the file of the journal. */
    public Path journal() {
        return path.resolve("journal.db");
    }

    /** Returns the directory of the lock files that live drills hold. */
    public Path locks() {
        return path.resolve("locks");
    }

    /** Returns the directory of the addresses that living drills are reached at. */
    public Path addresses() {
        return path.resolve("addresses");
    }

    /**
     * Returns the file in which a debrief is kept that has not been recorded yet.
     *
     * @throws JournalException when the drill's id could lead out of its directory
     */
    public Path draft(String drill) {
        if (!ID.matcher(drill).matches()) {
            throw new JournalException("'" + drill.replaceAll("\\p{Cc}", "?") + "' is no id of a drill", null);
        }
        return path.resolve("debriefs").resolve(drill + ".yaml");
    }

    /** Returns the file of the token that webhooks are sent with. */
    public Path hookToken() {
        return path.resolve("hook-token");
    }

    private static @Nullable Path absolute(@Nullable String text) {
        return text != null && Path.of(text).isAbsolute() ? Path.of(text) : null;
    }
}
