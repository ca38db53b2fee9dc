package dev.understudy.process.kubectl;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for kubectl as a shell does. */
final class KubectlCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean found = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "kubectl"))
                .anyMatch(Files::isExecutable);
        return found
                ? ConditionEvaluationResult.enabled("kubectl is there")
                : ConditionEvaluationResult.disabled("no kubectl on the path");
    }
}
