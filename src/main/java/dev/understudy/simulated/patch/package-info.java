/** The three kinds of patch that clients compute: JSON patch, merge patch and strategic merge patch. */
@NullMarked
package dev.understudy.simulated.patch;

import org.jspecify.annotations.NullMarked;
