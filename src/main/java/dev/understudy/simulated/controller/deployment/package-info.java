/**
 * Deployments: a ReplicaSet for each version of the pod template, rolled from one to the next. {@code Deployments} reads
 * and writes; what sizes the sets get and what the status says is decided by pure functions beside it.
 */
@NullMarked
package dev.understudy.simulated.controller.deployment;

import org.jspecify.annotations.NullMarked;
