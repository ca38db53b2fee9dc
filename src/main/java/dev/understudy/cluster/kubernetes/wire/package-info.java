/** The connection to an API server: kubeconfig, requests and replies, and what each way of failing means. */
@NullMarked
package dev.understudy.cluster.kubernetes.wire;

import org.jspecify.annotations.NullMarked;
