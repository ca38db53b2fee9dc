/** The report as {@code report.json}: names that other programs rely on. */
@NullMarked
package dev.understudy.report.json;

import org.jspecify.annotations.NullMarked;
