/** What happens in a drill, as events; what state they add up to; what is to be done next; what came of it. */
@NullMarked
package dev.understudy.drill;

import org.jspecify.annotations.NullMarked;
