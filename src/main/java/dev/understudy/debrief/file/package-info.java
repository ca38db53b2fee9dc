/** Debriefs as files that people write. */
@NullMarked
package dev.understudy.debrief.file;

import org.jspecify.annotations.NullMarked;
