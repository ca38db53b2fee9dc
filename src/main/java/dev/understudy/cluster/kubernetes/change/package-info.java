/** Making changes and taking them back: what is ours to undo, who gets it back, and what a change leaves behind. */
@NullMarked
package dev.understudy.cluster.kubernetes.change;

import org.jspecify.annotations.NullMarked;
