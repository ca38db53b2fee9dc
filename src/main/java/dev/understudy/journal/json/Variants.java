package dev.understudy.journal.json;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Names of the members of sealed interfaces: {@code FaultInjected} is {@code fault-injected}. */
final class Variants {
    /** The key under which a member's name stands beside its components. */
    static final String KEY = "type";

    private static final ClassValue<Map<String, Class<?>>> MEMBERS = new ClassValue<>() {
        @Override
        protected Map<String, Class<?>> computeValue(Class<?> sealed) {
            Map<String, Class<?>> members = new TreeMap<>();
            leaves(sealed).forEach(leaf -> members.put(name(leaf), leaf));
            return members;
        }
    };

    private Variants() {}

    static boolean isMember(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }

    static String name(Class<?> member) {
        return member.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    static Class<?> named(Class<?> sealed, Object name) {
        Class<?> member = name instanceof String text ? MEMBERS.get(sealed).get(text) : null;
        if (member == null) {
            throw new CodecException("'" + name + "' is no " + sealed.getSimpleName()
                    + " that this version of Understudy knows: a newer one may have written it");
        }
        return member;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Variants::leaves)
                : Stream.of(type);
    }
}
