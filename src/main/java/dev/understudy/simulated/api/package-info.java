/** The HTTP side of the simulated cluster: from a request to a target, through access, to an answer and an audit event. */
@NullMarked
package dev.understudy.simulated.api;

import org.jspecify.annotations.NullMarked;
