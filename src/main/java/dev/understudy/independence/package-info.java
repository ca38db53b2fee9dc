/** Judges from drills and incidents whether a service still depends on one responder. */
@NullMarked
package dev.understudy.independence;

import org.jspecify.annotations.NullMarked;
