package dev.understudy.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.exclusion.AuditScope;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When the audit events of a whole drill have been told: with the end of its record. */
class AuditHookTest {
    private final AuditHook hook = new AuditHook(Duration.ZERO);

    static Stream<Arguments> deliveries() {
        return Stream.of(
                Arguments.of(new String[] {}, false),
                Arguments.of(new String[] {"create"}, false),
                Arguments.of(new String[] {"create", "update", "delete"}, true),
                Arguments.of(new String[] {"delete", "create"}, false),
                Arguments.of(new String[] {"delete"}, false));
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void all_has_been_told_when_the_record_was_made_and_removed(String[] verbs, boolean caughtUp) throws Exception {
        try (AutoCloseable _ = hook.follow(new AuditScope("shop", Set.of()), request -> {}, why -> {})) {
            for (int i = 0; i < verbs.length; i++) {
                hook.take(new JsonMapper().readTree(event(i, verbs[i])));
            }

            assertThat(hook.caughtUp()).isEqualTo(caughtUp);
        }
    }

    @Test
    void nothing_has_been_told_to_nobody() {
        assertThat(hook.caughtUp()).isFalse();
    }

    private static String event(int id, String verb) {
        return """
                {"kind": "EventList", "apiVersion": "audit.k8s.io/v1", "items": [
                 {"auditID": "%d", "stage": "ResponseComplete", "verb": "%s", "userAgent": "understudy/1",
                  "user": {"username": "understudy"}, "responseStatus": {"code": 200},
                  "objectRef": {"resource": "configmaps", "namespace": "shop", "name": "understudy-drill"}}]}
                """.formatted(id, verb);
    }
}
