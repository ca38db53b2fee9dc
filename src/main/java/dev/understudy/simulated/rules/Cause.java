package dev.understudy.simulated.rules;

/**
 * One reason among several for a refusal.
 *
 * @param reason machine-readable, such as {@code FieldValueInvalid}
 * @param message for people
 * @param field path of the field, such as {@code spec.replicas}; may be empty
 */
public record Cause(String reason, String message, String field) {}
