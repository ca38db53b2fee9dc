/** Traffic inside the simulated cluster: what a request to a Service gets back. */
@NullMarked
package dev.understudy.simulated.traffic;

import org.jspecify.annotations.NullMarked;
