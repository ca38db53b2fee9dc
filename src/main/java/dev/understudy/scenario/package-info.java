/** A scenario: what to break, who may respond, who is excluded, what recovered means, when to stop. */
@NullMarked
package dev.understudy.scenario;

import org.jspecify.annotations.NullMarked;
