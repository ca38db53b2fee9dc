/** Ownership: objects whose owners are gone go too. */
@NullMarked
package dev.understudy.simulated.controller.garbage;

import org.jspecify.annotations.NullMarked;
