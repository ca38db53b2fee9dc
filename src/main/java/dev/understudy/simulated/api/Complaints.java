package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.custom.CustomForm;
import dev.understudy.simulated.rules.Form;
import dev.understudy.simulated.store.StatusException;
import java.util.ArrayList;
import java.util.List;

/** Unknown and duplicate fields, and what the client wants done about them. */
final class Complaints {
    private Complaints() {}

    /** Returns a complaint for each unknown and each duplicate field, in the server's words and order. */
    static List<String> about(Form form, ObjectNode object, List<String> duplicates) {
        List<String> complaints = new ArrayList<>();
        form.decode(object).unknown().forEach(path -> complaints.add("unknown field \"" + path + "\""));
        int at = form instanceof CustomForm ? 0 : complaints.size();
        complaints.addAll(
                at,
                duplicates.stream()
                        .map(path -> "duplicate field \"" + path + "\"")
                        .toList());
        return complaints;
    }

    /**
     * Returns the complaints to warn about; none where the client asked to ignore them.
     *
     * @param strict makes the refusal of the joined complaints
     */
    static List<String> settle(Ask ask, List<String> complaints, Refusal strict) {
        String wish = ask.parameter("fieldValidation");
        if (complaints.isEmpty() || wish.equals("Ignore")) {
            return List.of();
        }
        if (wish.equals("Strict")) {
            throw strict.of("strict decoding error: " + String.join(", ", complaints));
        }
        return complaints;
    }

    /** Makes the refusal that fits the sort of request. */
    @FunctionalInterface
    interface Refusal {
        StatusException of(String why);
    }
}
