/** The text of a journal entry: canonical JSON over the domain's records, which know nothing of it. */
@NullMarked
package dev.understudy.journal.json;

import org.jspecify.annotations.NullMarked;
