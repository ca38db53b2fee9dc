/** Traffic of the simulated cluster: what requests between pods, from nodes and from outside get back. */
@NullMarked
package dev.understudy.simulated.traffic;

import org.jspecify.annotations.NullMarked;
