/** Writing anybody's text into formats in which some characters have a meaning. */
@NullMarked
package dev.understudy.report.markup;

import org.jspecify.annotations.NullMarked;
