/** Jobs: pods that run to an end, within a deadline, and are forgotten some time later. */
@NullMarked
package dev.understudy.simulated.controller.job;

import org.jspecify.annotations.NullMarked;
