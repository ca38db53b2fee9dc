/** What each fault does to a cluster and what is left of it after its undo, asked of every cluster there is. */
@NullMarked
package dev.understudy.fault.contract;

import org.jspecify.annotations.NullMarked;
