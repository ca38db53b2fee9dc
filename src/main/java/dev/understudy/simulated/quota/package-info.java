/** ResourceQuotas: what objects use, which quota covers them, and the refusal when it is spent. */
@NullMarked
package dev.understudy.simulated.quota;

import org.jspecify.annotations.NullMarked;
