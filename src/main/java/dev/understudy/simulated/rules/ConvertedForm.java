package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Decoded;
import dev.understudy.simulated.schema.Decoder;
import dev.understudy.simulated.schema.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of another version of a built-in kind: its own fields, and the defaults and rules of the stored version.
 *
 * @param storage the form of the stored version
 */
public record ConvertedForm(Conversion conversion, Form storage) implements Form {
    @Override
    public Shape shape() {
        return conversion.shape();
    }

    @Override
    public Decoded decode(ObjectNode object) {
        return Decoder.decode(conversion.shape(), object);
    }

    @Override
    public void fill(ObjectNode object) {
        ObjectNode stored = conversion.stored(object);
        storage.fill(stored);
        object.setAll(decode(conversion.shown(stored)).object());
    }

    @Override
    public List<Cause> check(ObjectNode object, @Nullable ObjectNode before) {
        List<Cause> causes = new ArrayList<>(
                storage.check(conversion.stored(object), before == null ? null : conversion.stored(before)));
        Problems problems = new Problems();
        conversion.check(object, problems);
        causes.addAll(problems.causes());
        return causes;
    }
}
