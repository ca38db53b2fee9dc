/** The one adapter between the drill and Kubernetes: real API servers and simulated ones alike. */
@NullMarked
package dev.understudy.cluster.kubernetes;

import org.jspecify.annotations.NullMarked;
