/** Audit events: who asked what, when, and with which outcome. The contents of secrets are never in them. */
@NullMarked
package dev.understudy.simulated.audit;

import org.jspecify.annotations.NullMarked;
