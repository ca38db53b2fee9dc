/** Real incidents: who took part in them and how, as other systems recorded it. */
@NullMarked
package dev.understudy.history;

import org.jspecify.annotations.NullMarked;
