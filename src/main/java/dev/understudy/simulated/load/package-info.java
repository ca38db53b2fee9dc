/** What the processes of pods use, as annotations declare it: what autoscalers and {@code kubectl top} see. */
@NullMarked
package dev.understudy.simulated.load;

import org.jspecify.annotations.NullMarked;
