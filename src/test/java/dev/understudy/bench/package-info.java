/** Measurements, run by {@code ./mvnw -Pbench verify}: they print figures and assert nothing by the clock. */
@NullMarked
package dev.understudy.bench;

import org.jspecify.annotations.NullMarked;
