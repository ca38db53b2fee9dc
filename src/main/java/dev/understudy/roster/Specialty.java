package dev.understudy.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Dependence on one responder that somebody has accepted, for a reason and a time.
 *
 * @param responder name in the roster
 * @param incidentClass the only class it is about; null for the whole service
 * @param acceptedBy who answers for it
 * @param until last day on which it holds
 */
public record Specialty(
        String responder, @Nullable String incidentClass, String acceptedBy, String reason, LocalDate until) {}
