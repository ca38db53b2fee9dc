/** Schedules as crontab and CronJobs write them. */
@NullMarked
package dev.understudy.simulated.cron;

import org.jspecify.annotations.NullMarked;
