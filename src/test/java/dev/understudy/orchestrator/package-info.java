@NullMarked
package dev.understudy.orchestrator;

import org.jspecify.annotations.NullMarked;
