@NullMarked
package dev.understudy.journal.json;

import org.jspecify.annotations.NullMarked;
