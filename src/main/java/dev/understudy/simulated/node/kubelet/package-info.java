/** What the kubelets do with the pods on their nodes: the lives of containers, as functions of time. */
@NullMarked
package dev.understudy.simulated.node.kubelet;

import org.jspecify.annotations.NullMarked;
