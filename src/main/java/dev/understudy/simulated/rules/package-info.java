/** What the server fills in and what it refuses, kind by kind. */
@NullMarked
package dev.understudy.simulated.rules;

import org.jspecify.annotations.NullMarked;
