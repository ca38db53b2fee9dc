/** The language of scenarios and rosters: which fields there are, and how files in it are read. */
@NullMarked
package dev.understudy.scenario.language;

import org.jspecify.annotations.NullMarked;
