/** Tests of questions to a Prometheus, and a real one to ask. */
@NullMarked
package dev.understudy.probe.prometheus;

import org.jspecify.annotations.NullMarked;
