/** Taking named responders out of a drill, and noticing when they are involved after all. */
@NullMarked
package dev.understudy.exclusion;

import org.jspecify.annotations.NullMarked;
