package dev.understudy.cluster.kubernetes.wire;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Finds and checks the kubeconfig before the library reads it, which passes over most mistakes in silence. */
public final class Kubeconfig {
    private static final Path TOKEN = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

    private Kubeconfig() {}

    /** Tells whether this process runs inside a cluster with an account of its own. */
    public static boolean insideCluster() {
        return System.getenv("KUBERNETES_SERVICE_HOST") != null && Files.isReadable(TOKEN);
    }

    /**
     * Reads one file.
     *
     * @param context empty for the file's current one
     * @throws ClusterException of kind {@code CONFIGURATION} that says what is wrong with it
     */
    public static Config file(Path file, Optional<String> context) {
        List<Map<String, Object>> read = List.of(read(file));
        String chosen = check(read, file.toString(), context);
        return acting(guarded(file.toString(), () -> Config.fromKubeconfig(chosen, file.toFile())), read, chosen);
    }

    /**
     * Reads a kubeconfig's text; paths in it must be absolute.
     *
     * @throws ClusterException of kind {@code CONFIGURATION} that says what is wrong with it
     */
    public static Config text(String text, Optional<String> context) {
        Map<String, Object> parsed = parse(text, "the kubeconfig");
        String chosen = check(List.of(parsed), "the kubeconfig", context);
        parsed.put("current-context", chosen);
        Config config = guarded("the kubeconfig", () -> Config.fromKubeconfig(PlainJson.print(parsed)));
        return acting(config, List.of(parsed), chosen);
    }

    /**
     * Finds the configuration as kubectl does: {@code KUBECONFIG}, else {@code ~/.kube/config}; else the account of the
     * pod that this process runs in.
     *
     * @throws ClusterException of kind {@code CONFIGURATION} when there is none or it is wrong
     */
    public static Config found(Optional<String> context) {
        List<Path> files = Config.getKubeconfigFilenames().stream()
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
        if (files.isEmpty()) {
            if (insideCluster()) {
                return guarded("the pod's account", () -> Config.autoConfigure(null));
            }
            throw wrong("no kubeconfig: " + String.join(", ", Config.getKubeconfigFilenames())
                    + " is not there and this is no pod; set KUBECONFIG or give --kubeconfig FILE");
        }
        if (files.size() == 1) {
            return file(files.getFirst(), context);
        }
        List<Map<String, Object>> all = files.stream().map(Kubeconfig::read).toList();
        String chosen = check(all, "KUBECONFIG", context);
        return acting(guarded("KUBECONFIG", () -> Config.autoConfigure(chosen)), all, chosen);
    }

    private static Map<String, Object> read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new ClusterException(
                    Kind.CONFIGURATION,
                    Files.exists(file)
                            ? "the kubeconfig " + file + " cannot be read: "
                                    + e.getClass().getSimpleName()
                            : "no such kubeconfig: " + file + "; check the path",
                    e);
        }
    }

    private static Map<String, Object> parse(String text, String name) {
        try {
            Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            if (parsed instanceof Map<?, ?> map && map.containsKey("clusters")) {
                return PlainJson.object(map);
            }
        } catch (MarkedYAMLException e) {
            // the exception's own text quotes the file, which holds credentials
            throw wrong(name + " is not valid YAML"
                    + (e.getProblemMark() == null
                            ? ""
                            : " at line " + (e.getProblemMark().getLine() + 1)));
        } catch (YAMLException e) {
            throw wrong(name + " is not valid YAML");
        }
        throw wrong(name + " is not a kubeconfig: it names no clusters");
    }

    private static String check(List<Map<String, Object>> files, String name, Optional<String> context) {
        String chosen = context.orElseGet(() -> files.stream()
                .map(f -> PlainJson.text(f, "current-context"))
                .filter(c -> !c.isEmpty())
                .findFirst()
                .orElse(""));
        List<Map<String, Object>> contexts = entries(files, "contexts");
        String known = String.join(", ", names(contexts));
        if (chosen.isEmpty()) {
            throw wrong(name + " has no current context; give --context, one of: " + known);
        }
        Map<String, Object> entry = contexts.stream()
                .filter(c -> chosen.equals(c.get("name")))
                .findFirst()
                .orElseThrow(() -> wrong("no context '" + chosen + "' in " + name + "; there are: " + known));
        for (String part : List.of("cluster", "user")) {
            String wanted = PlainJson.text(entry, "context", part);
            if (!names(entries(files, part + "s")).contains(wanted)) {
                throw wrong("context '" + chosen + "' in " + name + " names the " + part + " '" + wanted
                        + "', which is not there");
            }
        }
        return chosen;
    }

    /** The library passes over {@code as}, and would act with more rights than the file asks for. */
    private static Config acting(Config config, List<Map<String, Object>> files, String context) {
        String name = PlainJson.text(named(files, "contexts", context), "context", "user");
        Map<String, Object> user = PlainJson.object(named(files, "users", name).get("user"));
        if (!PlainJson.text(user, "as").isEmpty()) {
            config.setImpersonateUsername(PlainJson.text(user, "as"));
            config.setImpersonateGroups(texts(user.get("as-groups")));
            Map<String, List<String>> extra = new LinkedHashMap<>();
            PlainJson.object(user.get("as-user-extra"))
                    .forEach((key, values) -> extra.put(key, List.of(texts(values))));
            config.setImpersonateExtras(extra);
        }
        return config;
    }

    private static String[] texts(@Nullable Object list) {
        return list instanceof List<?> all ? all.stream().map(String::valueOf).toArray(String[]::new) : new String[0];
    }

    private static Map<String, Object> named(List<Map<String, Object>> files, String list, String name) {
        return entries(files, list).stream()
                .filter(e -> name.equals(e.get("name")))
                .findFirst()
                .orElseGet(LinkedHashMap::new);
    }

    private static List<Map<String, Object>> entries(List<Map<String, Object>> files, String field) {
        List<Map<String, Object>> all = new ArrayList<>();
        files.forEach(f -> all.addAll(PlainJson.objects(f.get(field))));
        return all;
    }

    private static TreeSet<String> names(List<Map<String, Object>> entries) {
        TreeSet<String> all = new TreeSet<>();
        entries.forEach(e -> all.add(PlainJson.text(e, "name")));
        return all;
    }

    private interface Reading {
        Config read();
    }

    private static Config guarded(String name, Reading reading) {
        try {
            return reading.read();
        } catch (KubernetesClientException e) {
            throw new ClusterException(
                    Kind.CONFIGURATION, name + " cannot be used; `kubectl config view` shows what it holds", e);
        }
    }

    private static ClusterException wrong(String message) {
        return new ClusterException(Kind.CONFIGURATION, message);
    }
}
