/** Doors of the simulated cluster beside its API server: plain HTTP on loopback for its users, and its monitoring. */
@NullMarked
package dev.understudy.simulated.outlet;

import org.jspecify.annotations.NullMarked;
