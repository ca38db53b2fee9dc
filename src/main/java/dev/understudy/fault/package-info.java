/** Kinds of damage: each a spec and a pure planner that returns changes and never talks to a cluster. */
@NullMarked
package dev.understudy.fault;

import org.jspecify.annotations.NullMarked;
