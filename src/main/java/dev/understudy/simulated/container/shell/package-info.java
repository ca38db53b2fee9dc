/** The grammar of the small shell that simulated containers have: words, quotes, lists, pipes, loops and choices. */
@NullMarked
package dev.understudy.simulated.container.shell;

import org.jspecify.annotations.NullMarked;
