/** The scheduler: which node each pod runs on, whom it pushes aside, and why a pod has to wait. */
@NullMarked
package dev.understudy.simulated.scheduler;

import org.jspecify.annotations.NullMarked;
