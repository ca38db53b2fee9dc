/** The network of the simulated cluster: names, addresses, what is behind a Service, and what policies allow. */
@NullMarked
package dev.understudy.simulated.network;

import org.jspecify.annotations.NullMarked;
