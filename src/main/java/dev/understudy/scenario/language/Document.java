package dev.understudy.scenario.language;

import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Texts;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands around every spec: apiVersion, kind, metadata. */
public final class Document {
    static final String API_VERSION = "understudy.dev/v1";

    private Document() {}

    /**
     * Returns the form of a kind of file.
     *
     * @param spec reads the spec into what still lacks the metadata
     */
    public static <T> Form<T> of(String kind, Form<Function<Metadata, T>> spec) {
        Field<String> version = constant("apiVersion", API_VERSION, "version of the language");
        Field<String> kindField = constant("kind", kind, "kind of file");
        Field<Metadata> metadata = Field.required("metadata", Metadata.FORM, "name and labels");
        Field<Function<Metadata, T>> body = Field.required("spec", spec, "what the file says");
        return ObjectForm.of(v -> v.get(body).apply(v.get(metadata)), version, kindField, metadata, body);
    }

    /**
     * Returns the form of a kind of file that nothing refers to by name.
     *
     * @param spec reads the spec
     */
    public static <T> Form<T> nameless(FileKind kind, Form<T> spec) {
        Field<String> version = constant("apiVersion", API_VERSION, "version of the language");
        Field<String> kindField = constant("kind", kind.word(), "kind of file");
        Field<@Nullable Metadata> metadata =
                Field.optional("metadata", Metadata.FORM, "name and labels; nothing refers to them");
        Field<T> body = Field.required("spec", spec, "what the file says");
        return ObjectForm.of(v -> v.get(body), version, kindField, metadata, body);
    }

    private static Field<String> constant(String key, String value, String says) {
        return Field.required(key, Texts.exactly(value), says);
    }
}
