/** Label and field selectors of list and watch requests. */
@NullMarked
package dev.understudy.simulated.selector;

import org.jspecify.annotations.NullMarked;
