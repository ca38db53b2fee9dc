package dev.understudy.simulated.node.kubelet;

import java.util.List;
import java.util.Set;

/** The programs that every simulated image has, besides whatever is called by its full path. */
final class Programs {
    private static final Set<String> PRESENT = Set.of(
            "sh",
            "bash",
            "ash",
            "true",
            "false",
            "echo",
            "cat",
            "ls",
            "test",
            "[",
            "sleep",
            "grep",
            "pgrep",
            "ps",
            "stat",
            "find",
            "env",
            "printenv",
            "wget",
            "curl",
            "nc",
            "nslookup",
            "getent",
            "ping",
            "pg_isready",
            "psql",
            "mysql",
            "mysqladmin",
            "redis-cli",
            "mongosh",
            "rabbitmq-diagnostics",
            "grpc_health_probe",
            "java",
            "python",
            "python3",
            "node");

    private Programs() {}

    static boolean has(String program) {
        return program.startsWith("/") || PRESENT.contains(program);
    }

    /** Returns what the container runtime answers where there is no such program. */
    static String notFound(List<String> command) {
        String program = command.isEmpty() ? "" : command.getFirst();
        return "rpc error: code = Unknown desc = failed to exec in container: failed to start exec: OCI runtime exec"
                + " failed: exec failed: unable to start container process: exec: \"" + program
                + "\": executable file not found in $PATH";
    }
}
