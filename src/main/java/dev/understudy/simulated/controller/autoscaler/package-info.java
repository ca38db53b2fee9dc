/** Autoscalers: as many replicas as the load of a workload asks for. */
@NullMarked
package dev.understudy.simulated.controller.autoscaler;

import org.jspecify.annotations.NullMarked;
