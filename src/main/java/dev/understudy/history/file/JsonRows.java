package dev.understudy.history.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.history.Column;
import dev.understudy.history.Flaw;
import dev.understudy.history.ImportMapping;
import dev.understudy.history.Participation.Kind;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Incidents in JSON, one object to a line. */
final class JsonRows implements Rows {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Lines lines;
    private final JsonKeys keys;
    private boolean any;

    JsonRows(Lines lines, ImportMapping mapping) {
        this.lines = lines;
        this.keys = new JsonKeys(mapping);
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (true) {
            switch (lines.next()) {
                case null -> {
                    if (!any) {
                        throw new UnusableFile("the file is empty: a JSON object on each line is wanted");
                    }
                    return null;
                }
                case Line.Spoilt(long number, Flaw flaw) -> {
                    any = true;
                    return new Row.Spoilt(number, flaw);
                }
                case Line.Text(long number, String text)
                when !text.isBlank() -> {
                    any = true;
                    return row(number, text);
                }
                case Line.Text _ -> {}
            }
        }
    }

    private Row row(long line, String text) {
        try {
            JsonNode object = JSON.readTree(text);
            return object.isObject() ? raw(line, object) : spoilt(line, "the line is no JSON object");
        } catch (OtherForm e) {
            return spoilt(line, e.getMessage());
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            String where = place == null ? "" : " at column " + place.getColumnNr();
            return spoilt(line, "the line is no JSON object: " + Shown.of(e.getOriginalMessage()) + where);
        }
    }

    /** What a line says has not the form that is wanted. */
    private static final class OtherForm extends Exception {
        OtherForm(String message) {
            super(message, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private Row raw(long line, JsonNode object) throws OtherForm {
        Map<Column, String> said = new EnumMap<>(Column.class);
        List<Row.Part> parts = new ArrayList<>();
        Map<Column, String> names = new EnumMap<>(Column.class);
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            Column column = keys.column(name);
            if (column == null) {
                if (keys.isParticipants(name)) {
                    participants(value, parts);
                }
                continue;
            }
            String other = names.put(column, name);
            if (other != null) {
                throw new OtherForm(Shown.quoted(other) + " and " + Shown.quoted(name) + " say the same thing twice");
            }
            Kind kind = column.kind().orElse(null);
            if (kind != null) {
                names(name, kind, value, parts);
            } else {
                String text = text(name, value);
                if (!text.isEmpty()) {
                    said.put(column, text);
                }
            }
        }
        return new Row.Raw(line, said, parts);
    }

    private static void participants(JsonNode list, List<Row.Part> parts) throws OtherForm {
        if (list.isNull()) {
            return;
        }
        if (!list.isArray()) {
            throw new OtherForm("'participants' must be a list of {\"who\": ..., \"kind\": ...}");
        }
        for (JsonNode each : list) {
            String who = text("who", each.path("who"));
            String word = text("kind", each.path("kind"));
            Kind kind = Arrays.stream(Kind.values())
                    .filter(k -> k.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new OtherForm(
                            "'kind' of a participant must be one of " + words() + ", found " + Shown.quoted(word)));
            if (who.isEmpty()) {
                throw new OtherForm("a participant needs 'who'");
            }
            parts.add(new Row.Part(kind, who));
        }
    }

    private static String words() {
        return String.join(", ", Arrays.stream(Kind.values()).map(Kind::word).toList());
    }

    private static void names(String name, Kind kind, JsonNode value, List<Row.Part> parts) throws OtherForm {
        if (value.isArray()) {
            for (JsonNode each : value) {
                names(name, kind, each, parts);
            }
            return;
        }
        parts.addAll(Row.Part.each(kind, text(name, value)));
    }

    /** Returns what a value says; empty for nothing. */
    private static String text(String name, JsonNode value) throws OtherForm {
        if (value.isContainerNode()) {
            throw new OtherForm(Shown.quoted(name) + " must be text");
        }
        String text =
                value.isNull() || value.isMissingNode() ? "" : value.asText().strip();
        if (text.indexOf('\0') >= 0) {
            throw new OtherForm(Shown.quoted(name) + " holds a NUL");
        }
        return text;
    }

    private static Row spoilt(long line, String text) {
        return new Row.Spoilt(line, new Flaw(Flaw.Kind.JSON, text));
    }

    @Override
    public long position() {
        return lines.position();
    }

    @Override
    public Map<Column, ZoneId> zones() {
        return Map.of();
    }

    @Override
    public List<String> passedOver() {
        return keys.passedOver();
    }

    @Override
    public List<String> neverSeen() {
        return any ? keys.neverSeen() : List.of();
    }
}
