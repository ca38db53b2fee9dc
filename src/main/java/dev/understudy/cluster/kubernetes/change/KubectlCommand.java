package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath.Step;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.record.HiddenKey;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command by which a person finishes what we could not. Patches name list elements by merge key, so that the command
 * holds whatever the object looks like by then; values of Secrets are fetched from the drill's own Secret.
 */
final class KubectlCommand {
    private static final String MARK = "@understudy:";

    private KubectlCommand() {}

    /** Sets fields back to what they were. */
    static String restore(Change.Edit edit, List<FieldEdit> fields) {
        ObjectRef object = edit.object();
        boolean builtIn =
                !object.type().group().contains(".") || object.type().group().endsWith(".k8s.io");
        Object patch = new LinkedHashMap<String, Object>();
        for (FieldEdit field : fields) {
            patch = merged(patch, nested(object, field, 0));
        }
        return "kubectl patch " + target(object) + " --type=" + (builtIn ? "strategic" : "merge") + " -p "
                + withSecrets(object, quoted(PlainJson.print(patch)));
    }

    /** Deletes an object. */
    static String delete(ObjectRef object) {
        return "kubectl delete " + target(object);
    }

    /** Creates an object again. */
    static String create(Change.Delete change) {
        if (change.object().type().equals(ResourceType.SECRET)) {
            return fetch(change.object().namespace(), HiddenKey.of(change.object())) + " | kubectl create -f -";
        }
        return "echo " + quoted(PlainJson.print(change.snapshot())) + " | kubectl create -f -";
    }

    private static String target(ObjectRef object) {
        return object.type().qualified() + " " + object.name()
                + (object.namespace().isEmpty() ? "" : " -n " + object.namespace());
    }

    private static Object nested(ObjectRef object, FieldEdit field, int depth) {
        List<Step> steps = field.path().steps();
        Map<String, Object> here = new LinkedHashMap<>();
        Object result = here;
        boolean last = depth == steps.size() - 1;
        switch (steps.get(depth)) {
            case Step.Field(String name) ->
                here.put(name, last ? value(object, field) : nested(object, field, depth + 1));
            case Step.Element(String key, String value) -> {
                here.put(key, value);
                Object below = last ? value(object, field) : nested(object, field, depth + 1);
                if (below instanceof Map<?, ?> map) {
                    map.forEach((k, v) -> here.put(String.valueOf(k), v));
                } else {
                    here.put("$patch", "delete");
                }
                result = List.of(here);
            }
        }
        return result;
    }

    /** Returns the old value as a patch states it; a text stands for nothing, because null cannot. */
    private static Object value(ObjectRef object, FieldEdit field) {
        if (field.before() instanceof FieldValue.Json(Object json)) {
            return object.type().equals(ResourceType.SECRET) ? MARK + HiddenKey.of(object, field.path()) : json;
        }
        return MARK;
    }

    private static Object merged(Object a, Object b) {
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            Map<String, Object> both = PlainJson.object(x);
            PlainJson.object(y).forEach((k, v) -> both.merge(k, v, KubectlCommand::merged));
            return both;
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            List<Object> both = new ArrayList<>(x);
            both.addAll(y);
            return both;
        }
        return b;
    }

    private static String withSecrets(ObjectRef object, String command) {
        String text = command.replace("\"" + MARK + "\"", "null");
        int at = text.indexOf("\"" + MARK);
        while (at >= 0) {
            int end = text.indexOf('"', at + 1);
            String key = text.substring(at + 1 + MARK.length(), end);
            text = text.substring(0, at) + "'\"$(" + fetch(object.namespace(), key) + ")\"'" + text.substring(end + 1);
            at = text.indexOf("\"" + MARK);
        }
        return text;
    }

    private static String fetch(String namespace, String key) {
        return "kubectl get secret understudy-drill -n " + namespace + " -o jsonpath='{.data." + key + "}' | base64 -d";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
