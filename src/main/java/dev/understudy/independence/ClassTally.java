package dev.understudy.independence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One incident class of a service without one responder.
 *
 * @param required whether the roster asks for a fresh pass of it
 * @param verdict of the rule on this class's drills alone
 * @param missing what that verdict lacks, in words; empty when it is independent
 * @param latestPass when the latest passed drill of it was; null when there was none
 * @param fresh whether that is recent enough
 * @param incidents how many of it the history has at this service
 * @param drilled whether any drill without the responder was of it; where none was, only roster or history know it
 */
public record ClassTally(
        String incidentClass,
        boolean required,
        Verdict verdict,
        Estimate estimate,
        String missing,
        @Nullable Instant latestPass,
        boolean fresh,
        long incidents,
        boolean drilled) {}
