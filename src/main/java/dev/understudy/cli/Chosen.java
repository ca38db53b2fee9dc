package dev.understudy.cli;

import dev.understudy.endpoint.Address;
import dev.understudy.endpoint.Addresses.Found;
import java.util.List;
import java.util.stream.Collectors;

/** Which of the drills on this machine is meant. */
sealed interface Chosen {
    /** This one. */
    record One(Address address) implements Chosen {}

    /** There is no such drill. */
    record None(String why) implements Chosen {}

    /** It could be one of several. */
    record Several(String why) implements Chosen {}

    /** @param beginning of the drill's id; empty for the only one */
    static Chosen of(String beginning, Found found) {
        List<Address> meant = found.living().stream()
                .filter(address -> address.drill().startsWith(beginning))
                .toList();
        if (meant.size() == 1) {
            return new One(meant.getFirst());
        }
        if (meant.size() > 1) {
            return meant.stream()
                    .filter(address -> address.drill().equals(beginning))
                    .findFirst()
                    .<Chosen>map(One::new)
                    .orElseGet(() -> new Several("several drills run here, name one of them: " + named(meant)));
        }
        return new None(none(beginning, found));
    }

    private static String none(String beginning, Found found) {
        String dead = found.dead().stream()
                .filter(drill -> drill.startsWith(beginning))
                .map(drill -> "; the process of drill " + drill + " has ended, 'understudy drills' says how it stands")
                .collect(Collectors.joining());
        return found.living().isEmpty()
                ? "no drill that takes orders runs on this machine; 'understudy run SCENARIO --responders live' starts"
                        + " one" + dead
                : "no drill that runs here begins with '" + beginning + "'; there is " + named(found.living()) + dead;
    }

    private static String named(List<Address> addresses) {
        return addresses.stream().map(Address::drill).collect(Collectors.joining(", "));
    }
}
