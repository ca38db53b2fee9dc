/** The real program, started as people start it: what it promises to whoever types, kills or revokes. */
@NullMarked
package dev.understudy.process;

import org.jspecify.annotations.NullMarked;
