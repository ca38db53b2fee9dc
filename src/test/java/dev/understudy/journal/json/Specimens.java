package dev.understudy.journal.json;

import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes examples of any record from its components alone, so that a new event needs no new example. */
final class Specimens {
    private static final Map<Class<?>, List<Object>> GIVEN = Map.ofEntries(
            Map.entry(BigDecimal.class, List.of(new BigDecimal("0.050"), new BigDecimal("1E+3"), BigDecimal.ZERO)),
            Map.entry(String.class, List.of("checkout \"ä\" \u0000\n\uD83D\uDE00", "")),
            Map.entry(boolean.class, List.of(true, false)),
            Map.entry(int.class, List.of(7, 0)),
            Map.entry(Integer.class, List.of(3)),
            Map.entry(long.class, List.of(7L, Long.MIN_VALUE)),
            Map.entry(Duration.class, List.of(Duration.ofNanos(412_000_001), Duration.ZERO, Duration.ofHours(-30))),
            Map.entry(Instant.class, List.of(Instant.parse("2026-11-21T10:15:00.003000001Z"), Instant.EPOCH)),
            Map.entry(LocalDate.class, List.of(LocalDate.of(2026, 12, 5))),
            Map.entry(
                    FieldPath.class,
                    List.of(
                            FieldPath.of("spec.template.spec.containers[name=app].image"),
                            FieldPath.of("metadata.labels[\"example.com/tier\"]"))),
            Map.entry(
                    ObjectRef.class,
                    List.of(
                            new ObjectRef(ResourceType.DEPLOYMENT, "shop", "checkout"),
                            new ObjectRef(ResourceType.NAMESPACE, "", "shop"))),
            Map.entry(Object.class, List.of(json())));

    private Specimens() {}

    /** Returns as many as it takes for every component to have shown all its forms. */
    static List<@Nullable Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return List.of(collection(generic));
        }
        Class<?> wanted = (Class<?>) type;
        if (GIVEN.containsKey(wanted)) {
            return new ArrayList<@Nullable Object>(GIVEN.get(wanted));
        }
        if (wanted.isEnum()) {
            return new ArrayList<@Nullable Object>(Arrays.asList(wanted.getEnumConstants()));
        }
        if (wanted.isSealed()) {
            List<@Nullable Object> members = new ArrayList<>();
            for (Class<?> member : wanted.getPermittedSubclasses()) {
                members.addAll(of(member));
            }
            return members;
        }
        if (wanted.isRecord()) {
            return records(wanted);
        }
        throw new IllegalArgumentException("no example of a " + wanted + ": add one, and a form for it in the codec");
    }

    private static List<@Nullable Object> records(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<List<@Nullable Object>> forms = new ArrayList<>();
        for (RecordComponent component : components) {
            List<@Nullable Object> all = new ArrayList<>(of(component.getGenericType()));
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                all.add(null);
            }
            forms.add(all);
        }
        int most = forms.stream().mapToInt(List::size).max().orElse(1);
        List<@Nullable Object> records = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            int index = i;
            records.add(Reflection.create(
                    type, forms.stream().map(f -> f.get(index % f.size())).toArray()));
        }
        return records;
    }

    private static Object collection(ParameterizedType type) {
        Type[] of = type.getActualTypeArguments();
        List<@Nullable Object> all = of(of[of.length - 1]);
        if (type.getRawType() == List.class) {
            return all;
        }
        if (type.getRawType() == Set.class) {
            return new HashSet<>(all);
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        all.forEach(value -> map.put("key " + map.size(), value));
        return map;
    }

    private static Object json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("whole", 1);
        json.put("long", 5_000_000_000L);
        json.put("huge", new BigInteger("123456789012345678901234567890"));
        json.put("double", 0.5);
        json.put("large double", 1.0E10);
        json.put("decimal", new BigDecimal("0.1000000000000000055511151231257827"));
        json.put("scaled", new BigDecimal("1.10"));
        json.put("truth", true);
        json.put("nothing", null);
        json.put("list", Arrays.asList("a", 1, null, Map.of("b", List.of())));
        return json;
    }
}
