/** The door of a living drill on this machine: what people tell it, and what monitoring and API servers post to it. */
@NullMarked
package dev.understudy.endpoint;

import org.jspecify.annotations.NullMarked;
