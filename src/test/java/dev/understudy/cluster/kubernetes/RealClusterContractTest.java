package dev.understudy.cluster.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract on the cluster that {@code UNDERSTUDY_TEST_KUBECONFIG} names; where another disagrees, this one is right. */
@EnabledIfEnvironmentVariable(
        named = "UNDERSTUDY_TEST_KUBECONFIG",
        matches = ".+",
        disabledReason = "UNDERSTUDY_TEST_KUBECONFIG names no cluster")
class RealClusterContractTest {
    static String text() {
        try {
            return Files.readString(Path.of(System.getenv("UNDERSTUDY_TEST_KUBECONFIG")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class Edits extends EditContract {
        @Override
        String kubeconfig() {
            return text();
        }
    }

    @Nested
    class Revisions extends RevisionContract {
        @Override
        String kubeconfig() {
            return text();
        }
    }

    @Nested
    class Objects extends ObjectContract {
        @Override
        String kubeconfig() {
            return text();
        }
    }

    @Nested
    class Records extends RecordContract {
        @Override
        String kubeconfig() {
            return text();
        }
    }

    @Nested
    class Losses extends LossContract {
        @Override
        String kubeconfig() {
            return text();
        }
    }

    @Nested
    class Watches extends WatchContract {
        @Override
        String kubeconfig() {
            return text();
        }
    }

    @Nested
    class Hands extends HandsContract {
        @Override
        String kubeconfig() {
            return text();
        }
    }

    @Nested
    class Accesses extends AccessContract {
        @Override
        String kubeconfig() {
            return text();
        }

        @Override
        String person() {
            return "bo";
        }
    }
}
