/** Kubernetes audit events ({@code audit.k8s.io/v1}): read, de-duplicated, followed. */
@NullMarked
package dev.understudy.exclusion.audit;

import org.jspecify.annotations.NullMarked;
