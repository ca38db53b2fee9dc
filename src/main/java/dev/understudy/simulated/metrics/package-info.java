/** What is measured in the simulated cluster: counters and gauges over time, derived from what happens. */
@NullMarked
package dev.understudy.simulated.metrics;

import org.jspecify.annotations.NullMarked;
