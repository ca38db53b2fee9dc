/** Who may do what: users and their tokens, impersonation, and the roles and bindings in the store. */
@NullMarked
package dev.understudy.simulated.access;

import org.jspecify.annotations.NullMarked;
