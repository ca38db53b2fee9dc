/** What a simulated cluster is filled with: ordinary manifests, checked before anything is created. */
@NullMarked
package dev.understudy.simulated.world;

import org.jspecify.annotations.NullMarked;
