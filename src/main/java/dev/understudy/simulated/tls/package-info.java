/**
 * The certificate of the simulated cluster, made anew at each start. It is needed because kubectl sends no token over
 * plain HTTP.
 */
@NullMarked
package dev.understudy.simulated.tls;

import org.jspecify.annotations.NullMarked;
