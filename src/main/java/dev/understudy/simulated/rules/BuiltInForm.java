package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Decoded;
import dev.understudy.simulated.schema.Decoder;
import dev.understudy.simulated.schema.Models;
import dev.understudy.simulated.schema.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a kind that every cluster has: its model class and its rules in this package. */
public final class BuiltInForm implements Form {
    private final String kind;
    private final Shape shape;

    private BuiltInForm(String kind, Shape shape) {
        this.kind = kind;
        this.shape = shape;
    }

    /** Returns the form of a kind by its name; one without a model class may hold anything. */
    public static Form of(String kind) {
        return new BuiltInForm(kind, Models.shapeOf(kind).map(Shape.class::cast).orElse(Shape.Anything.ANYTHING));
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Decoded decode(ObjectNode object) {
        return shape instanceof Shape.Struct struct
                ? Decoder.decode(struct, object)
                : new Decoded(object.deepCopy(), List.of(), List.of());
    }

    @Override
    public void fill(ObjectNode object) {
        Rulebook.fill(kind, object);
    }

    @Override
    public List<Cause> check(ObjectNode object, @Nullable ObjectNode before) {
        return Rulebook.check(kind, object, before);
    }
}
