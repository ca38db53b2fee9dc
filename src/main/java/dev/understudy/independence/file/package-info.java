/** Settings of the independence check as a file that people write. */
@NullMarked
package dev.understudy.independence.file;

import org.jspecify.annotations.NullMarked;
