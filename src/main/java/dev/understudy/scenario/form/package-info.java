/**
 * Forms: the shape that a part of a file must have, said once and used three times, to read it, to write its JSON
 * Schema, and to describe it in the reference.
 */
@NullMarked
package dev.understudy.scenario.form;

import org.jspecify.annotations.NullMarked;
