package dev.understudy.simulated.store;

import dev.understudy.simulated.fields.ApplyConflict;
import dev.understudy.simulated.rules.Cause;
import java.util.List;
import java.util.stream.Collectors;

/** Refusals in the words of the Kubernetes API server, so that clients that read them behave as on a real one. */
public final class Refusals {
    private Refusals() {}

    /** 404: the object is not there. */
    public static StatusException notFound(Kind kind, String name) {
        return about(404, "NotFound", kind, name, " not found");
    }

    /** 409: the name is taken. */
    public static StatusException alreadyExists(Kind kind, String name) {
        return about(409, "AlreadyExists", kind, name, " already exists");
    }

    /** 409: somebody else wrote since the object was read, or another precondition failed. */
    public static StatusException conflict(Kind kind, String name, String why) {
        return new StatusException(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + quoted(kind, name) + ": " + why,
                Details.of(kind, name));
    }

    /** 409: a deletion was meant for another object, or for an older state of it. */
    static StatusException deletionConflict(Kind kind, String name, String why) {
        return new StatusException(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + qualified(kind) + " \"" + name + "\": " + why,
                new Details(name, kind.group(), kind.kind(), "", List.of(), 0));
    }

    /** 409: the object was written since the caller read it. */
    public static StatusException modified(Kind kind, String name) {
        return conflict(
                kind,
                name,
                "the object has been modified; please apply your changes to the latest version and try again");
    }

    /** 403: the request is understood and not allowed. */
    public static StatusException forbidden(Kind kind, String name, String why, List<Cause> causes) {
        return new StatusException(
                403,
                "Forbidden",
                quoted(kind, name) + " is forbidden: " + why,
                Details.of(kind, name).withCauses(causes));
    }

    /** 422: the object breaks rules of its kind; every broken rule is listed. */
    public static StatusException invalid(Kind kind, String name, List<Cause> causes) {
        String all = causes.stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .distinct()
                .collect(Collectors.joining(", "));
        return new StatusException(
                422,
                "Invalid",
                qualified(kind) + " \"" + name + "\" is invalid: " + (causes.size() > 1 ? "[" + all + "]" : all),
                new Details(name, kind.group(), kind.kind(), "", causes, 0));
    }

    /** 409: server-side apply would take fields that others own. */
    public static StatusException applyConflict(ApplyConflict conflict) {
        List<Cause> causes = conflict.conflicts().stream()
                .map(each -> new Cause("FieldManagerConflict", "conflict with " + each.manager(), each.field()))
                .toList();
        return new StatusException(409, "Conflict", conflict.getMessage(), Details.NONE.withCauses(causes));
    }

    /** 400: a value of the object has the wrong type, or a field is not known and had to be. */
    public static StatusException unreadable(Kind kind, String why) {
        return badRequest(kind.kind() + " in version \"" + kind.version() + "\" cannot be handled as a " + kind.kind()
                + ": " + why);
    }

    /** 400: the request makes no sense. */
    public static StatusException badRequest(String message) {
        return new StatusException(400, "BadRequest", message);
    }

    private static StatusException about(int code, String reason, Kind kind, String name, String what) {
        return new StatusException(code, reason, quoted(kind, name) + what, Details.of(kind, name));
    }

    private static String qualified(Kind kind) {
        return kind.group().isEmpty() ? kind.kind() : kind.kind() + "." + kind.group();
    }

    /** Returns {@code deployments.apps "x"}, or without the name when there is none. */
    private static String quoted(Kind kind, String name) {
        String resource = kind.group().isEmpty() ? kind.plural() : kind.plural() + "." + kind.group();
        return name.isEmpty() ? resource : resource + " \"" + name + "\"";
    }
}
