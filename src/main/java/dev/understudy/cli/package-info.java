/** The command line: one picocli command per file. */
@NullMarked
package dev.understudy.cli;

import org.jspecify.annotations.NullMarked;
