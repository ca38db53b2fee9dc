/** CustomResourceDefinitions: their names are accepted, and their objects go with them. */
@NullMarked
package dev.understudy.simulated.controller.definition;

import org.jspecify.annotations.NullMarked;
