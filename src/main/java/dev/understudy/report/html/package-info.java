/** The report as one HTML file that needs nothing else: for a screen, a telephone and paper. */
@NullMarked
package dev.understudy.report.html;

import org.jspecify.annotations.NullMarked;
