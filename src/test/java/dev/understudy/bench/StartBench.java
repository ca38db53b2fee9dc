package dev.understudy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long the command line takes to start, beside a JVM that does nothing. */
class StartBench {
    private static final int ROUNDS = 10;
    private static final String SCENARIO = "scenarios/checkout-cache-loss.yaml";

    @Test
    void the_command_line_beside_a_bare_jvm() throws Exception {
        String java = Child.java();
        Path jar = Path.of("target/understudy.jar").toAbsolutePath();
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("a JVM that does nothing", List.of(java, "-cp", "target/test-classes", Nothing.class.getName()));
        if (Files.exists(jar)) {
            commands.put("understudy --version", List.of("./understudy", "--version"));
            commands.put("understudy validate", List.of("./understudy", "validate", SCENARIO));
        }
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int i = 0; i <= ROUNDS; i++) {
            boolean warm = i > 0;
            for (Map.Entry<String, List<String>> each : commands.entrySet()) {
                double time = run(each.getValue());
                if (warm) {
                    times.computeIfAbsent(each.getKey(), _ -> new ArrayList<>()).add(time);
                }
            }
        }
        print(times);
    }

    private static void print(Map<String, List<Double>> times) {
        Table table = new Table("Start of the command line", "command", "p50 ms", "max ms", "beside a bare JVM");
        double bare = Table.percentile(times.values().iterator().next(), 50);
        times.forEach((name, all) -> table.row(
                name, Table.percentile(all, 50), Table.percentile(all, 100), Table.percentile(all, 50) / bare));
        table.print();
    }

    private static double run(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
