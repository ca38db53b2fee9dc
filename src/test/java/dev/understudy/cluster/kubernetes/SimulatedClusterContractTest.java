package dev.understudy.cluster.kubernetes;

import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.world.World;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contract on the simulated cluster. */
class SimulatedClusterContractTest {
    private static SimulatedCluster simulated;

    @BeforeAll
    static void start() {
        simulated = SimulatedCluster.start(SimulatedOptions.defaults()
                .withUsers(List.of(
                        SimulatedOptions.master("understudy"),
                        SimulatedOptions.master("admin"),
                        SimulatedOptions.master("bo"))));
        simulated.load(World.read("", "empty.yaml"));
    }

    @AfterAll
    static void stop() {
        simulated.close();
    }

    @Nested
    class Edits extends EditContract {
        @Override
        String kubeconfig() {
            return simulated.kubeconfig();
        }
    }

    @Nested
    class Revisions extends RevisionContract {
        @Override
        String kubeconfig() {
            return simulated.kubeconfig();
        }
    }

    @Nested
    class Objects extends ObjectContract {
        @Override
        String kubeconfig() {
            return simulated.kubeconfig();
        }
    }

    @Nested
    class Records extends RecordContract {
        @Override
        String kubeconfig() {
            return simulated.kubeconfig();
        }
    }

    @Nested
    class Losses extends LossContract {
        @Override
        String kubeconfig() {
            return simulated.kubeconfig();
        }
    }

    @Nested
    class Hostilities extends HostileContract {
        @Override
        String kubeconfig() {
            return simulated.kubeconfig();
        }
    }

    @Nested
    class Watches extends WatchContract {
        @Override
        String kubeconfig() {
            return simulated.kubeconfig();
        }
    }

    @Nested
    class Hands extends HandsContract {
        @Override
        String kubeconfig() {
            return simulated.kubeconfig();
        }
    }

    @Nested
    class Accesses extends AccessContract {
        @Override
        String kubeconfig() {
            return simulated.kubeconfig();
        }

        @Override
        String person() {
            return "bo";
        }
    }
}
