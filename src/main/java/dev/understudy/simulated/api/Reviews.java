package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.access.AccountTokens;
import dev.understudy.simulated.access.Caller;
import dev.understudy.simulated.access.Deed;
import dev.understudy.simulated.access.Logins;
import dev.understudy.simulated.access.Permissions;
import dev.understudy.simulated.store.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers questions about access: may I, may they, what may I, who am I. They are asked by POST and not stored. */
final class Reviews implements Endpoint {
    private final Permissions permissions;
    private final Logins logins;

    Reviews(Permissions permissions, Logins logins) {
        this.permissions = permissions;
        this.logins = logins;
    }

    @Override
    public Reply answer(Ask ask) {
        if (!ask.target().verb().equals("create")) {
            throw Statuses.notAllowed();
        }
        if (!(Bodies.read(ask).value() instanceof ObjectNode review)) {
            throw Refusals.badRequest("a review is expected");
        }
        JsonNode spec = review.path("spec");
        review.withObjectProperty("metadata");
        ObjectNode status = review.putObject("status");
        switch (ask.target().resource()) {
            case "selfsubjectaccessreviews" -> decide(ask.caller(), spec, status);
            case "subjectaccessreviews", "localsubjectaccessreviews" -> decide(subject(spec), spec, status);
            case "selfsubjectrulesreviews" ->
                rules(ask.caller(), spec.path("namespace").asText(""), status);
            case "selfsubjectreviews" -> {
                ObjectNode user = status.putObject("userInfo")
                        .put("username", ask.caller().name());
                ask.caller().groups().forEach(user.putArray("groups")::add);
            }
            case "tokenreviews" -> token(spec.path("token").asText(""), status);
            default -> throw Statuses.notServed(ask.target().path());
        }
        return Reply.json(201, review);
    }

    private void token(String token, ObjectNode status) {
        if (token.isEmpty()) {
            throw Refusals.badRequest("token is required for TokenReview in authentication");
        }
        ObjectNode user = status.putObject("user");
        Optional<Caller> holder = logins.holder(token);
        if (holder.isEmpty()) {
            status.put("error", "invalid bearer token");
            return;
        }
        status.put("authenticated", true);
        user.put("username", holder.get().name());
        holder.get().groups().forEach(user.putArray("groups")::add);
        status.putArray("audiences").add(AccountTokens.AUDIENCE);
    }

    private void decide(Caller caller, JsonNode spec, ObjectNode status) {
        boolean allowed = permissions.allow(caller, deed(spec));
        status.put("allowed", allowed);
        if (allowed && caller.groups().contains("system:masters")) {
            status.put("reason", "member of system:masters");
        }
    }

    private static Deed deed(JsonNode spec) {
        JsonNode path = spec.path("nonResourceAttributes");
        if (!path.isMissingNode()) {
            return Deed.onPath(path.path("verb").asText(), path.path("path").asText());
        }
        JsonNode resource = spec.path("resourceAttributes");
        return new Deed(
                resource.path("verb").asText(""),
                resource.path("group").asText(""),
                resource.path("resource").asText(""),
                resource.path("subresource").asText(""),
                resource.path("namespace").asText(""),
                resource.path("name").asText(""),
                "");
    }

    private static Caller subject(JsonNode spec) {
        List<String> groups = new ArrayList<>();
        spec.path("groups").forEach(group -> groups.add(group.asText()));
        return new Caller(spec.path("user").asText(""), groups, null);
    }

    private void rules(Caller caller, String namespace, ObjectNode status) {
        ArrayNode resources = status.putArray("resourceRules");
        ArrayNode paths = status.putArray("nonResourceRules");
        if (caller.groups().contains("system:masters")) {
            ObjectNode all = resources.addObject();
            List.of("verbs", "apiGroups", "resources")
                    .forEach(field -> all.putArray(field).add("*"));
            ObjectNode everyPath = paths.addObject();
            List.of("verbs", "nonResourceURLs")
                    .forEach(field -> everyPath.putArray(field).add("*"));
        }
        for (JsonNode rule : permissions.rules(caller, namespace)) {
            (rule.path("nonResourceURLs").isEmpty() ? resources : paths).add(rule);
        }
        status.put("incomplete", false);
    }
}
