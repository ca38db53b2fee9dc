package dev.understudy.simulated.traffic;

/** Answers requests to Services, as the pods behind them would. Called from many threads. */
@FunctionalInterface
public interface ServiceTraffic {
    /** Returns the answer at once; the caller waits for {@link Answer#latency()} itself. */
    Answer answer(Call call);
}
