package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;

/** Gives an Ingress that names no class the default one: of several the newest, then the first by name. */
final class IngressClasses {
    private static final String DEFAULT = "ingressclass.kubernetes.io/is-default-class";
    /** How classes were named before there were IngressClass objects. */
    private static final String OLD_NAME = "kubernetes.io/ingress.class";

    private IngressClasses() {}

    static void give(ObjectNode ingress, ObjectStore store) {
        JsonNode annotations = ingress.path("metadata").path("annotations");
        if (ingress.path("spec").has("ingressClassName") || annotations.has(OLD_NAME)) {
            return;
        }
        Comparator<ObjectNode> oldestFirst = Comparator.comparing(each -> Meta.text(each, "creationTimestamp"));
        store.view(Kinds.INGRESS_CLASS, "")
                .filter(each -> each.path("metadata")
                        .path("annotations")
                        .path(DEFAULT)
                        .asText()
                        .equals("true"))
                .min(oldestFirst.reversed().thenComparing(Meta::name))
                .ifPresent(each -> ((ObjectNode) ingress.path("spec")).put("ingressClassName", Meta.name(each)));
    }
}
