/** Volumes: which claim has which, who makes new ones, and what becomes of those that nobody claims any more. */
@NullMarked
package dev.understudy.simulated.controller.storage;

import org.jspecify.annotations.NullMarked;
