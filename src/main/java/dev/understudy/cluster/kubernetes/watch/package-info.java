/** Following objects as they change: one watch per type and namespace, however many listen. */
@NullMarked
package dev.understudy.cluster.kubernetes.watch;

import org.jspecify.annotations.NullMarked;
