/** What tells well from unwell: probes, their readings, and how long they have been good. */
@NullMarked
package dev.understudy.probe;

import org.jspecify.annotations.NullMarked;
