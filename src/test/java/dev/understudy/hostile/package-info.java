/** An API server that misbehaves on purpose, between us and a simulated one, and what we make of it. */
@NullMarked
package dev.understudy.hostile;

import org.jspecify.annotations.NullMarked;
