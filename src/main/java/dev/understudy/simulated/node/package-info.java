/** The nodes of the simulated cluster: the scheduler that fills them and the kubelets that run pods on them. */
@NullMarked
package dev.understudy.simulated.node;

import org.jspecify.annotations.NullMarked;
