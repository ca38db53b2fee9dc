/** The cluster as the drill sees it: what can be observed, the closed vocabulary of changes with their inverses, and the ports to it. */
@NullMarked
package dev.understudy.cluster;

import org.jspecify.annotations.NullMarked;
