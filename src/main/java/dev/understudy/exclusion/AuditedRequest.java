package dev.understudy.exclusion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request that the API server answered with success.
 *
 * @param user user name as the API server knows it; of an impersonated request the impersonator's, since that is who
 *     acted
 * @param program user agent that the client claims
 * @param verb such as {@code patch}
 * @param object such as {@code deployments.apps/checkout-cache/scale}
 * @param at when the API server answered, by its clock; null when it does not say
 * @param writes whether the verb changes something
 */
public record AuditedRequest(
        String user,
        String program,
        String verb,
        String object,
        @Nullable Instant at,
        boolean writes) {}
