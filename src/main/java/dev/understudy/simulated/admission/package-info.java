/** What completes or refuses objects on their way into the store: priorities, accounts, limits and quotas. */
@NullMarked
package dev.understudy.simulated.admission;

import org.jspecify.annotations.NullMarked;
