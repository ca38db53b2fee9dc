package dev.understudy.simulated.container;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.store.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files that a container has: those that the kubelet puts there. Nothing can be written. */
final class FileTree {
    private static final List<String> USUAL = List.of(
            "/bin", "/dev", "/etc", "/home", "/lib", "/proc", "/root", "/run", "/sbin", "/sys", "/tmp", "/usr", "/var");

    private final NavigableMap<String, String> files = new TreeMap<>();
    private final TreeSet<String> folders = new TreeSet<>(USUAL);

    private FileTree() {}

    /** Lays out the files as they are now: a changed ConfigMap is seen at once. */
    static FileTree of(Container container, Surroundings world) {
        FileTree tree = new FileTree();
        String address = container.pod().path("status").path("podIP").asText("");
        String namespace = Meta.namespace(container.pod());
        tree.files.put("/etc/hostname", container.hostname() + "\n");
        tree.files.put(
                "/etc/hosts",
                "# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n" + address + "\t" + container.hostname()
                        + "\n");
        tree.files.put(
                "/etc/resolv.conf",
                "search " + namespace + ".svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\n"
                        + "options ndots:5\n");
        Volumes volumes = new Volumes(container, world);
        for (JsonNode mount : container.spec().path("volumeMounts")) {
            tree.mount(mount, volumes.files(mount.path("name").asText()));
        }
        return tree;
    }

    private void mount(JsonNode mount, Map<String, String> content) {
        String at = clean(mount.path("mountPath").asText());
        String single = mount.path("subPath").asText("");
        if (content.containsKey(single)) {
            files.put(at, content.get(single));
            return;
        }
        folders.add(at);
        content.forEach((name, text) -> files.put(at + "/" + name, text));
    }

    /** Returns what a file holds; empty when there is no such file. */
    Optional<String> read(String path) {
        return Optional.ofNullable(files.get(clean(path)));
    }

    /** Returns the names in a folder; empty when there is no such folder. */
    Optional<List<String>> list(String path) {
        String prefix = clean(path).equals("/") ? "/" : clean(path) + "/";
        TreeSet<String> names = new TreeSet<>();
        List<String> all = new ArrayList<>(folders);
        all.addAll(files.keySet());
        for (String each : all) {
            if (each.startsWith(prefix)) {
                names.add(each.substring(prefix.length()).split("/", 2)[0]);
            }
        }
        boolean there = !names.isEmpty() || folders.contains(clean(path));
        return there ? Optional.of(List.copyOf(names)) : Optional.empty();
    }

    /** Reads a path from the root, without repeated or closing slashes. */
    private static String clean(String path) {
        String whole = ("/" + path).replaceAll("(/\\.)?/+(\\./+)*", "/");
        String open = whole.endsWith("/.") ? whole.substring(0, whole.length() - 1) : whole;
        return open.length() > 1 && open.endsWith("/") ? open.substring(0, open.length() - 1) : open;
    }
}
