/** ControllerRevisions: the history of the templates of StatefulSets and DaemonSets. */
@NullMarked
package dev.understudy.simulated.controller.revision;

import org.jspecify.annotations.NullMarked;
