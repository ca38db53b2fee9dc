/** The control plane of the simulated cluster: everything that brings what is to what was asked for. */
@NullMarked
package dev.understudy.simulated.controller;

import org.jspecify.annotations.NullMarked;
