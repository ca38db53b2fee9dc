/**
 * How clients reach into pods: the channels of exec and attach over a WebSocket, and the connections of a port-forward.
 * Programs run on threads of their own; the event loop never waits for them.
 */
@NullMarked
package dev.understudy.simulated.remote;

import org.jspecify.annotations.NullMarked;
