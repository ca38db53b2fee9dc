/**
 * A small Kubernetes API server in this process, on loopback, so that the same adapter, the same kubectl and the same
 * scenarios run on it as on a real cluster. It answers as Kubernetes does in what we use and refuses what it does not
 * know with a clear Status; it never pretends to be real.
 */
@NullMarked
package dev.understudy.simulated;

import org.jspecify.annotations.NullMarked;
