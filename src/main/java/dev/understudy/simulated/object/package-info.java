/** What every controller reads in an object: its metadata, owners, labels, conditions, and the state of a pod. */
@NullMarked
package dev.understudy.simulated.object;

import org.jspecify.annotations.NullMarked;
