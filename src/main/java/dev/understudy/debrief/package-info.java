/** What people say after a drill: answers, what they learned, and what the facilitator settles. */
@NullMarked
package dev.understudy.debrief;

import org.jspecify.annotations.NullMarked;
