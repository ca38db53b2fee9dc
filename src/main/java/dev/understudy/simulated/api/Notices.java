package dev.understudy.simulated.api;

import dev.understudy.simulated.custom.DefinedVersion;
import dev.understudy.simulated.custom.Definition;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a client is told about the kind it uses: a deprecated version, or rules that are not followed here. */
final class Notices {
    private static final String RULES = "x-kubernetes-validations";
    private static final Set<String> WRITES = Set.of("create", "update", "patch");
    private static final String ALERTING = "PrometheusRule";
    private static final String MONITORING = "monitoring.coreos.com";

    private Notices() {}

    static List<String> about(Ask ask, Kind kind) {
        if (kind.equals(Kinds.DEFINITION)) {
            return WRITES.contains(ask.target().verb()) && ask.body().toString().contains(RULES)
                    ? List.of("the simulated cluster does not evaluate " + RULES
                            + ": objects that break these rules are" + " accepted")
                    : List.of();
        }
        if (kind.kind().equals(ALERTING) && kind.group().equals(MONITORING)) {
            return WRITES.contains(ask.target().verb()) || ask.target().verb().equals("delete")
                    ? List.of("the simulated cluster follows the alerting rules of its world file only: this write"
                            + " changes no rule")
                    : List.of();
        }
        Optional<DefinedVersion> version = ask.kinds().version(kind).filter(DefinedVersion::deprecated);
        return version.map(found -> List.of(deprecation(ask, kind, found))).orElse(List.of());
    }

    private static String deprecation(Ask ask, Kind kind, DefinedVersion version) {
        if (!version.deprecation().isEmpty()) {
            return version.deprecation();
        }
        String newer = ask.kinds().definition(kind).map(Definition::versions).orElse(List.of()).stream()
                .filter(each -> each.served() && !each.deprecated())
                .findFirst()
                .map(each -> "; use " + kind.group() + "/" + each.name() + " " + kind.kind())
                .orElse("");
        return kind.apiVersion() + " " + kind.kind() + " is deprecated" + newer;
    }
}
