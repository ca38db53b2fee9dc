/** When drills may run and when not, as calendars say it. */
@NullMarked
package dev.understudy.schedule;

import org.jspecify.annotations.NullMarked;
