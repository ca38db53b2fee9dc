package dev.understudy.simulated.controller.stateful;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The pods of a StatefulSet: those that it wants, by ordinal, and those that have to go, highest ordinal first. */
final class Members {
    private final TreeMap<Integer, Member> wanted = new TreeMap<>();
    private final List<Member> condemned = new ArrayList<>();

    static Members of(ObjectNode set, SetSpec spec, List<ObjectNode> pods) {
        Members members = new Members();
        for (ObjectNode pod : pods) {
            Member.ordinal(set, pod).ifPresent(ordinal -> {
                Member member = new Member(pod, ordinal);
                if (spec.wants(ordinal)) {
                    members.wanted.put(ordinal, member);
                } else {
                    members.condemned.add(member);
                }
            });
        }
        members.condemned.sort(Comparator.comparing((Member member) -> -member.ordinal()));
        return members;
    }

    Optional<Member> wanted(int ordinal) {
        return Optional.ofNullable(wanted.get(ordinal));
    }

    List<Member> condemned() {
        return condemned;
    }

    List<Member> all() {
        List<Member> all = new ArrayList<>(wanted.values());
        all.addAll(condemned);
        return all;
    }

    /** Returns the first pod that does not serve: a wanted one from below, else a condemned one from below. */
    Optional<Member> firstUnhealthy(SetSpec spec, Instant now) {
        for (int ordinal = spec.start(); ordinal < spec.start() + spec.replicas(); ordinal++) {
            Optional<Member> member = wanted(ordinal);
            if (member.isEmpty() || !member.get().isHealthy(spec.minReady(), now)) {
                return member;
            }
        }
        return condemned.reversed().stream()
                .filter(member -> !member.isHealthy(spec.minReady(), now))
                .findFirst();
    }
}
