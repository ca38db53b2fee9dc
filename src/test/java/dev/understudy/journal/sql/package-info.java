@NullMarked
package dev.understudy.journal.sql;

import org.jspecify.annotations.NullMarked;
