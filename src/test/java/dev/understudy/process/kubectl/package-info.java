/** What people type at a simulated cluster with their own kubectl, as transcripts that are played again. */
@NullMarked
package dev.understudy.process.kubectl;

import org.jspecify.annotations.NullMarked;
