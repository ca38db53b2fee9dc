package dev.understudy.exclusion;

import java.util.Set;

/**
 * Whose requests concern a drill: all in its namespace, and writes to what it changes outside of any namespace, such as a
 * node that it cordons and somebody uncordons.
 *
 * @param namespace the target namespace
 * @param outside objects that live in no namespace, as {@link AuditedRequest#object} spells them: {@code nodes/node-a}
 */
public record AuditScope(String namespace, Set<String> outside) {
    public AuditScope {
        outside = Set.copyOf(outside);
    }

    /**
     * Tells whether a request concerns the drill.
     *
     * @param of namespace of its object; empty for none
     * @param object as {@link AuditedRequest#object} spells it
     * @param writes whether it changed something
     */
    boolean holds(String of, String object, boolean writes) {
        return of.isEmpty() ? writes && outside.contains(object) : of.equals(namespace);
    }
}
