package dev.understudy.cluster;

import java.util.Collection;
import java.util.SortedSet;

/** What we are allowed to do. */
@FunctionalInterface
public interface Access {
    /**
     * Asks the API server about each permission (SelfSubjectAccessReview) and returns those it would refuse.
     *
     * @throws ClusterException when the API server cannot be reached or refuses to tell
     */
    SortedSet<Permission> missing(Collection<Permission> wanted);
}
