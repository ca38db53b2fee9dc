package dev.understudy.simulated.api;

import dev.understudy.simulated.store.Catalogue;
import dev.understudy.simulated.store.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads paths: {@code /api/v1/...} and {@code /apis/<group>/<version>/...}; everything else is no resource. */
final class Targets {
    private Targets() {}

    static Target read(String method, String path, boolean watching, Catalogue kinds) {
        List<String> parts = Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        boolean core = parts.size() > 2 && parts.getFirst().equals("api");
        boolean grouped = parts.size() > 3 && parts.getFirst().equals("apis");
        if (!core && !grouped) {
            String verb = method.toLowerCase(Locale.ROOT);
            return new Target(verb, "", "", "", null, "", "", "", "", path);
        }
        String group = core ? "" : parts.get(1);
        String version = parts.get(core ? 1 : 2);
        return resource(
                method,
                path,
                watching,
                group,
                version,
                new ArrayList<>(parts.subList(core ? 2 : 3, parts.size())),
                kinds);
    }

    private static Target resource(
            String method,
            String path,
            boolean watching,
            String group,
            String version,
            List<String> parts,
            Catalogue kinds) {
        String namespace = "";
        boolean within = parts.getFirst().equals("namespaces") && parts.size() > 2;
        if (within && !isOfNamespace(parts.get(2))) {
            namespace = parts.get(1);
            parts.subList(0, 2).clear();
        }
        String resource = parts.getFirst();
        String name = part(parts, 1);
        String subresource = part(parts, 2);
        String rest = parts.size() > 3 ? restOf(path, subresource) : "";
        String verb = verb(method, !name.isEmpty(), watching);
        Kind kind = kinds.find(group, version, resource).orElse(null);
        return new Target(verb, group, version, resource, kind, namespace, name, subresource, rest, path);
    }

    /** Subresources of a namespace itself, which would otherwise read as resources within it. */
    private static boolean isOfNamespace(String part) {
        return part.equals("status") || part.equals("finalize");
    }

    private static String restOf(String path, String subresource) {
        return path.substring(path.indexOf("/" + subresource + "/") + subresource.length() + 2);
    }

    private static String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    private static String verb(String method, boolean named, boolean watching) {
        return switch (method) {
            case "GET", "HEAD" -> watching ? "watch" : named ? "get" : "list";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> named ? "delete" : "deletecollection";
            default -> method.toLowerCase(Locale.ROOT);
        };
    }
}
