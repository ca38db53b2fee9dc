/** Fields of one object: who owns them, and patches that set them. */
@NullMarked
package dev.understudy.cluster.kubernetes.field;

import org.jspecify.annotations.NullMarked;
