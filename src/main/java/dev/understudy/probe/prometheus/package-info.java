/** Questions to a Prometheus over its HTTP API. */
@NullMarked
package dev.understudy.probe.prometheus;

import org.jspecify.annotations.NullMarked;
