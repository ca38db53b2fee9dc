package dev.understudy.simulated.store;

import dev.understudy.simulated.rules.AutoscalerVersion;
import dev.understudy.simulated.rules.BuiltInForm;
import dev.understudy.simulated.rules.Conversion;
import dev.understudy.simulated.rules.ConvertedForm;
import dev.understudy.simulated.rules.EventVersion;
import dev.understudy.simulated.rules.Form;
import java.util.Map;
import java.util.Optional;

/** The built-in kinds whose objects are stored as those of another built-in kind. */
final class Siblings {
    /** Where objects of a kind are stored, and how they are written there. */
    record Sibling(Kind storage, Conversion conversion) {}

    private static final Map<Kind, Sibling> ALL = Map.of(
            Kinds.AUTOSCALER_V1, new Sibling(Kinds.AUTOSCALER, new AutoscalerVersion()),
            Kinds.GROUP_EVENT, new Sibling(Kinds.EVENT, new EventVersion()));

    private Siblings() {}

    static Optional<Sibling> of(Kind kind) {
        return Optional.ofNullable(ALL.get(kind));
    }

    static Form form(Kind kind) {
        Form own = BuiltInForm.of(kind.kind());
        return of(kind).<Form>map(sibling -> new ConvertedForm(sibling.conversion(), own))
                .orElse(own);
    }
}
