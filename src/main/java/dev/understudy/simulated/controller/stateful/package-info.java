/** StatefulSets: pods with a name and a place of their own, started and stopped in order, each with its claims. */
@NullMarked
package dev.understudy.simulated.controller.stateful;

import org.jspecify.annotations.NullMarked;
