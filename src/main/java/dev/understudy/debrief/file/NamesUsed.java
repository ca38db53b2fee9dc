package dev.understudy.debrief.file;

import dev.understudy.debrief.Debrief;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every name of a responder in a debrief, by the part of the file where it stands. */
final class NamesUsed {
    private final Map<String, String> names = new LinkedHashMap<>();

    private NamesUsed() {}

    static Map<String, String> of(Debrief debrief) {
        NamesUsed used = new NamesUsed();
        used.each("/spec/actors/", "/responder", debrief.attributions(), a -> a.responder());
        used.each("/spec/answers/", "/by", debrief.answers(), a -> a.by());
        used.each("/spec/gaps/", "/answeredBy", debrief.gaps(), g -> g.answeredBy());
        used.each("/spec/gaps/", "/owner", debrief.gaps(), g -> g.owner());
        used.each("/spec/actions/", "/owner", debrief.actions(), a -> a.owner());
        return used.names;
    }

    private <T> void each(String list, String key, List<T> items, Function<T, @Nullable String> name) {
        for (int i = 0; i < items.size(); i++) {
            String named = name.apply(items.get(i));
            if (named != null) {
                names.put(list + i + key, named);
            }
        }
    }
}
