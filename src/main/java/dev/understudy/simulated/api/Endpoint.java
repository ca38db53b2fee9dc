package dev.understudy.simulated.api;

/** Answers one sort of request; throws {@code StatusException} to refuse. Called on the server's event loop. */
@FunctionalInterface
interface Endpoint {
    Reply answer(Ask ask);
}
