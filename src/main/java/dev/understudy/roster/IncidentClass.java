package dev.understudy.roster;

/**
 * A family of incidents that ask for the same skill.
 *
 * @param name unique in the roster, such as {@code cache-loss}
 * @param title as people say it; the name when the file gives none
 */
public record IncidentClass(String name, String title) {}
