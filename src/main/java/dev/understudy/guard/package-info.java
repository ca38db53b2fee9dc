/** Whether a drill may begin: refusals, blast radius. */
@NullMarked
package dev.understudy.guard;

import org.jspecify.annotations.NullMarked;
