/** Who owns which field: managedFields as the server keeps them, and server-side apply. */
@NullMarked
package dev.understudy.simulated.fields;

import org.jspecify.annotations.NullMarked;
