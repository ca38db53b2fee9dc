/** The only store of a drill: its entries in order, chained by hashes so that a later change shows. */
@NullMarked
package dev.understudy.journal;

import org.jspecify.annotations.NullMarked;
