/** The shape of each kind: fields, types, merge keys of lists, and the one form in which the server writes values. */
@NullMarked
package dev.understudy.simulated.schema;

import org.jspecify.annotations.NullMarked;
