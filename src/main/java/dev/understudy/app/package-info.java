/** Wires everything together: what there is to choose from, where state lives, how it starts and stops. */
@NullMarked
package dev.understudy.app;

import org.jspecify.annotations.NullMarked;
