/** Charts as SVG text: small, pure, and the same bytes for the same numbers. */
@NullMarked
package dev.understudy.report.picture;

import org.jspecify.annotations.NullMarked;
