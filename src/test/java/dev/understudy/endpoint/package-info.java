/** Tests of the door: real requests over loopback, with a drill that only remembers what it is told. */
@NullMarked
package dev.understudy.endpoint;

import org.jspecify.annotations.NullMarked;
