/** ReplicaSets: as many pods as asked for. */
@NullMarked
package dev.understudy.simulated.controller.replicaset;

import org.jspecify.annotations.NullMarked;
