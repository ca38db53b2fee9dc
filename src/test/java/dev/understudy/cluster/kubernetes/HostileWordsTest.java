package dev.understudy.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.Sighting;
import dev.understudy.hostile.HostileServer;
import dev.understudy.hostile.Misdeed;
import dev.understudy.hostile.Mood;
import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we say of each failure of an API server, in each part of a drill: what happened, where, and what to do. */
class HostileWordsTest {
    private static final String MANAGER = "understudy-d";
    private static final Client CLIENT = new Client("understudy/test", Duration.ofSeconds(2), InstantSource.system());

    /** What every text about a failure must hold, wherever it is met. */
    private static final Map<Misdeed, List<String>> WORDS = words();

    private static Map<Misdeed, List<String>> words() {
        Map<Misdeed, List<String>> all = new LinkedHashMap<>();
        all.put(new Misdeed.Refuses(401), List.of("does not know us (401)", "log in again"));
        all.put(new Misdeed.Refuses(403), List.of("not allowed to", "`understudy rbac` prints the role"));
        all.put(new Misdeed.Refuses(409), List.of("the object has been modified"));
        all.put(new Misdeed.Refuses(410), List.of("too old"));
        all.put(new Misdeed.Refuses(422), List.of("the server rejected our request"));
        all.put(new Misdeed.Refuses(429, "0"), List.of("too many requests"));
        all.put(new Misdeed.Refuses(500), List.of("the API server is failing (500", "try again later"));
        all.put(new Misdeed.Refuses(503), List.of("the API server is failing (503", "try again later"));
        all.put(new Misdeed.Hangup(), List.of("the connection to the API server at http", "was cut", "try again"));
        all.put(new Misdeed.CutsBody(), List.of("the connection to the API server at http", "was cut", "try again"));
        all.put(new Misdeed.Impostor(), List.of("is no API server", "check proxies"));
        return all;
    }

    private enum Part {
        OPENING {
            @Override
            String meet(Stage stage) {
                stage.turn();
                return said(() -> stage.through.uid());
            }
        },
        PLAN {
            @Override
            String meet(Stage stage) {
                Change edit = stage.edit();
                stage.turn();
                return said(() -> stage.through.changes().preview(edit, MANAGER));
            }
        },
        RECORD {
            @Override
            String meet(Stage stage) {
                stage.turn();
                return said(() -> stage.through.records().write(stage.record()));
            }
        },
        INJECT {
            @Override
            String meet(Stage stage) {
                Change edit = stage.planned();
                stage.turn();
                return said(
                        () -> stage.through.changes().apply(edit, MANAGER) instanceof Applied.Refused(var _, var why)
                                ? why
                                : "it was made");
            }
        },
        WATCH {
            @Override
            String meet(Stage stage) {
                CompletableFuture<String> blind = new CompletableFuture<>();
                stage.turn();
                try (AutoCloseable _ =
                        stage.through.watch(new Scope(stage.namespace, Set.of(ResourceType.DEPLOYMENT)), sighting -> {
                            if (sighting instanceof Sighting.Blind b) {
                                blind.complete(b.why());
                            }
                        })) {
                    return blind.join();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        },
        UNDO {
            @Override
            String meet(Stage stage) {
                Change edit = stage.planned();
                stage.behind.changes().apply(edit, MANAGER);
                stage.turn();
                return stage.through.changes().undo(edit, MANAGER).detail();
            }
        };

        abstract String meet(Stage stage);

        static String said(Supplier<?> what) {
            try {
                return String.valueOf(what.get());
            } catch (ClusterException e) {
                return e.getMessage();
            }
        }
    }

    private static SimulatedCluster simulated;

    @BeforeAll
    static void starts() {
        simulated = SimulatedCluster.start(SimulatedOptions.defaults());
        simulated.load(World.read("", "empty.yaml"));
    }

    @AfterAll
    static void stops() {
        simulated.close();
    }

    /** A namespace with a ConfigMap, and a hostile way to it. */
    private static final class Stage implements AutoCloseable {
        final String namespace;
        final Misdeed misdeed;
        final HostileServer server = new HostileServer(simulated.kubeconfig());
        final KubernetesCluster behind = KubernetesCluster.open(simulated.kubeconfig(), Optional.empty(), CLIENT);
        final KubernetesCluster through = KubernetesCluster.open(server.kubeconfig(), Optional.empty(), CLIENT);

        Stage(String namespace, Misdeed misdeed) {
            this.namespace = namespace;
            this.misdeed = misdeed;
            simulated.load(World.read("""
                    apiVersion: v1
                    kind: Namespace
                    metadata: {name: %1$s}
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: settings, namespace: %1$s}
                    data: {a: "1"}
                    """.formatted(namespace), namespace + ".yaml"));
        }

        void turn() {
            server.become(Mood.always(misdeed));
        }

        Change edit() {
            ObjectRef settings = new ObjectRef(ResourceType.CONFIG_MAP, namespace, "settings");
            String uid = behind.observe(new Scope(namespace, Set.of(ResourceType.CONFIG_MAP)))
                    .find(settings)
                    .orElseThrow()
                    .uid();
            return new Change.Edit(
                    settings,
                    uid,
                    List.of(new FieldEdit(FieldPath.of("data.a"), new FieldValue.Json("1"), new FieldValue.Json("2"))));
        }

        Change planned() {
            return behind.changes().preview(edit(), MANAGER);
        }

        DrillRecord record() {
            return new DrillRecord("d", namespace, "uid", MANAGER, Instant.now().plusSeconds(300), List.of(), null, "");
        }

        @Override
        public void close() {
            through.close();
            behind.close();
            server.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> each_failure_has_its_own_clear_text_in_each_part_of_a_drill() {
        Map<String, CompletableFuture<String>> said = new LinkedHashMap<>();
        Map<String, List<String>> expected = new LinkedHashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            WORDS.forEach((misdeed, words) -> {
                for (Part part : Part.values()) {
                    String name = part.name().toLowerCase(Locale.ROOT) + ", a server that " + misdeed;
                    int number = expected.size();
                    expected.put(name, words);
                    said.put(name, CompletableFuture.supplyAsync(() -> met(part, misdeed, number), threads));
                }
            });
            said.values().forEach(CompletableFuture::join);
        }
        return said.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> assertThat(each.getValue().join()).contains(expected.get(each.getKey()))));
    }

    private static String met(Part part, Misdeed misdeed, int number) {
        try (Stage stage = new Stage(part.name().toLowerCase(Locale.ROOT) + number, misdeed)) {
            return part.meet(stage);
        }
    }
}
