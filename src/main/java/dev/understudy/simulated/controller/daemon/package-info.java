/** DaemonSets: one pod on every node that takes it. */
@NullMarked
package dev.understudy.simulated.controller.daemon;

import org.jspecify.annotations.NullMarked;
