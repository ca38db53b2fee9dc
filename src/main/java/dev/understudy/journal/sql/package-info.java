/** The journal in an SQL database: one file of SQLite, and who holds which drill in lock files beside it. */
@NullMarked
package dev.understudy.journal.sql;

import org.jspecify.annotations.NullMarked;
