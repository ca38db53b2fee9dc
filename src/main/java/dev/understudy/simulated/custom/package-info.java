/** Kinds that clients define: CustomResourceDefinitions, and how the objects of such a kind are read and checked. */
@NullMarked
package dev.understudy.simulated.custom;

import org.jspecify.annotations.NullMarked;
