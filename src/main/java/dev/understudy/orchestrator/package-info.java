/** Runs drills: takes signals, lets the pure rules decide, writes down, performs what is outstanding. */
@NullMarked
package dev.understudy.orchestrator;

import org.jspecify.annotations.NullMarked;
