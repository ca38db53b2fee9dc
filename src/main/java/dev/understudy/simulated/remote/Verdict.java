package dev.understudy.simulated.remote;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.container.Ending;

/**
 * How a client is told that its program has ended.
 *
 * @param status a Status in JSON
 * @param message its words, empty for success
 */
record Verdict(String status, String message) {
    private static final Verdict SUCCESS = new Verdict(begin("Success").toString(), "");

    static Verdict of(Ending ending) {
        return switch (ending) {
            case Ending.Exited(int code) -> code == 0 ? SUCCESS : nonZero(code);
            case Ending.NotStarted(String why) ->
                failure("error executing command in container: failed to exec in container: OCI runtime exec failed:"
                        + " exec failed: unable to start container process: " + why);
            case Ending.Cut() -> failure("error executing command in container: the command was killed");
        };
    }

    /** The kubelet refused before anything ran; over HTTP it would have answered so itself. */
    static Verdict refused(String why) {
        return failure("unable to upgrade connection: " + why);
    }

    boolean isSuccess() {
        return message.isEmpty();
    }

    private static Verdict nonZero(int code) {
        String words = "command terminated with non-zero exit code: command terminated with exit code " + code;
        ObjectNode status = begin("Failure").put("message", words).put("reason", "NonZeroExitCode");
        status.putObject("details")
                .putArray("causes")
                .addObject()
                .put("reason", "ExitCode")
                .put("message", Integer.toString(code));
        return new Verdict(status.toString(), words);
    }

    private static Verdict failure(String why) {
        String words = "Internal error occurred: " + why;
        ObjectNode status = begin("Failure").put("message", words).put("reason", "InternalError");
        status.putObject("details").putArray("causes").addObject().put("message", why);
        return new Verdict(status.put("code", 500).toString(), words);
    }

    private static ObjectNode begin(String outcome) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.putObject("metadata");
        return status.put("status", outcome);
    }
}
