/** Watches: the stream of changes from a given version on, for each client that asks. */
@NullMarked
package dev.understudy.simulated.watch;

import org.jspecify.annotations.NullMarked;
