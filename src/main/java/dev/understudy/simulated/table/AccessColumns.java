package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Bindings of roles. */
final class AccessColumns {
    private AccessColumns() {}

    static List<Column> binding() {
        return List.of(
                Column.text("Role", AccessColumns::role),
                Column.wide("Users", each -> subjects(each, "User", AccessColumns::name)),
                Column.wide("Groups", each -> subjects(each, "Group", AccessColumns::name)),
                Column.wide(
                        "ServiceAccounts",
                        each -> subjects(
                                each,
                                "ServiceAccount",
                                subject -> subject.path("namespace").asText() + "/" + name(subject))));
    }

    private static String role(ObjectNode binding) {
        JsonNode role = binding.path("roleRef");
        return role.path("kind").asText() + "/" + name(role);
    }

    private static String subjects(ObjectNode binding, String kind, Function<JsonNode, String> text) {
        return binding.path("subjects")
                .valueStream()
                .filter(subject -> subject.path("kind").asText().equals(kind))
                .map(text)
                .collect(Collectors.joining(", "));
    }

    private static String name(JsonNode named) {
        return named.path("name").asText();
    }
}
