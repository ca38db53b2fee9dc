/** How times, figures and lists read in sentences: one way, whoever prints them. */
@NullMarked
package dev.understudy.wording;

import org.jspecify.annotations.NullMarked;
