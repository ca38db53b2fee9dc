/** What a Kubernetes API server does, as sentences: each is asked of the simulated cluster and of a real one. */
@NullMarked
package dev.understudy.simulated.contract;

import org.jspecify.annotations.NullMarked;
