/** Objects of the simulated cluster: identity, versions, field ownership, and the stream of their changes. */
@NullMarked
package dev.understudy.simulated.store;

import org.jspecify.annotations.NullMarked;
