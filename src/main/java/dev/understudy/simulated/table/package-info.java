/** Tables: the columns that {@code kubectl get} prints. */
@NullMarked
package dev.understudy.simulated.table;

import org.jspecify.annotations.NullMarked;
