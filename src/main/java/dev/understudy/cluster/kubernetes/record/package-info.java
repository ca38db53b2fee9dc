/** The drill's record in the cluster: how it is written, kept, found and removed. */
@NullMarked
package dev.understudy.cluster.kubernetes.record;

import org.jspecify.annotations.NullMarked;
