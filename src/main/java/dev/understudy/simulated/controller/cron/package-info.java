/** CronJobs: a Job at each time of a schedule, and the removal of old ones. */
@NullMarked
package dev.understudy.simulated.controller.cron;

import org.jspecify.annotations.NullMarked;
