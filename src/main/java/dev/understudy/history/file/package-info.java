/** Incident history in CSV and in JSON lines: read row by row, whatever the size of the file. */
@NullMarked
package dev.understudy.history.file;

import org.jspecify.annotations.NullMarked;
