/** The machinery under every controller: keys to look at, queues, one loop, adoption, and Events. */
@NullMarked
package dev.understudy.simulated.reconcile;

import org.jspecify.annotations.NullMarked;
