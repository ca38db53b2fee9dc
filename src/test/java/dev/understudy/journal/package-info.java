@NullMarked
package dev.understudy.journal;

import org.jspecify.annotations.NullMarked;
