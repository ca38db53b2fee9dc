/** The invented drills under {@code scenarios/history}: written here, checked here. */
@NullMarked
package dev.understudy.samples;

import org.jspecify.annotations.NullMarked;
