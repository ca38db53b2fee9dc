/** Pages of blocks that say the same in HTML and in Markdown. */
@NullMarked
package dev.understudy.report.page;

import org.jspecify.annotations.NullMarked;
