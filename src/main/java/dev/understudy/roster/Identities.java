package dev.understudy.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a responder is in other systems.
 *
 * @param kubernetes user names as the API server knows them; empty when unknown
 * @param slack Slack member id
 * @param pagerduty PagerDuty user id
 * @param email mail address
 */
public record Identities(
        List<String> kubernetes,
        @Nullable String slack,
        @Nullable String pagerduty,
        @Nullable String email) {
    /** Nobody anywhere. */
    public static final Identities NONE = new Identities(List.of(), null, null, null);

    public Identities {
        kubernetes = List.copyOf(kubernetes);
    }
}
