/** What clients ask first: versions, groups, resources and the OpenAPI documents. */
@NullMarked
package dev.understudy.simulated.discovery;

import org.jspecify.annotations.NullMarked;
