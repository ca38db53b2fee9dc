/** Alerts of the simulated cluster: rules over what is measured, and notices to whoever has to hear of them. */
@NullMarked
package dev.understudy.simulated.alerts;

import org.jspecify.annotations.NullMarked;
