/** What becomes of the nodes of the simulated cluster: leases, loss, taints, registration. */
@NullMarked
package dev.understudy.simulated.node;

import org.jspecify.annotations.NullMarked;
