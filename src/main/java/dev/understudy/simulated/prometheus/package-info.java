/** A part of Prometheus: its query language and HTTP API over what is measured in the simulated cluster. */
@NullMarked
package dev.understudy.simulated.prometheus;

import org.jspecify.annotations.NullMarked;
