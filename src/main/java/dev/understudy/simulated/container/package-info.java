/**
 * What a process inside a simulated container sees and does: a small shell, a few programs, the container's variables
 * and files, and what the container has said. No program of the machine ever runs.
 */
@NullMarked
package dev.understudy.simulated.container;

import org.jspecify.annotations.NullMarked;
