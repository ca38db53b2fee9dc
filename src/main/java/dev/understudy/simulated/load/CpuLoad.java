package dev.understudy.simulated.load;

import dev.understudy.simulated.schema.Quantities;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a container uses of processors, as the annotation {@code simulated.understudy.dev/cpu} declares it: a sum of
 * terms such as {@code 50m + 800m shared + 2m per request}.
 *
 * @param own cores that each pod uses, whatever happens: {@code 50m}
 * @param shared cores that the workload uses as a whole, divided among its ready pods: {@code 800m shared}
 * @param perRequest cores for each request per second that the pod answers: {@code 2m per request}
 */
public record CpuLoad(BigDecimal own, BigDecimal shared, BigDecimal perRequest) {
    /** On a pod: the load of its first container; with {@code .NAME} behind it, of another. On its workload: of all. */
    public static final String ANNOTATION = "simulated.understudy.dev/cpu";

    private static final Pattern TERM = Pattern.compile("(\\S+)(?:\\s+(shared|per request))?");

    /** Reads a declaration; empty when it cannot be understood. */
    public static Optional<CpuLoad> read(String text) {
        BigDecimal own = BigDecimal.ZERO;
        BigDecimal shared = BigDecimal.ZERO;
        BigDecimal perRequest = BigDecimal.ZERO;
        for (String part : text.split("\\+", -1)) {
            Matcher term = TERM.matcher(part.strip());
            Optional<BigDecimal> amount =
                    term.matches() ? Quantities.value(term.group(1)) : Optional.<BigDecimal>empty();
            if (amount.isEmpty() || amount.get().signum() < 0) {
                return Optional.empty();
            }
            String kind = term.group(2) == null ? "" : term.group(2);
            own = kind.isEmpty() ? own.add(amount.get()) : own;
            shared = kind.equals("shared") ? shared.add(amount.get()) : shared;
            perRequest = kind.equals("per request") ? perRequest.add(amount.get()) : perRequest;
        }
        return Optional.of(new CpuLoad(own, shared, perRequest));
    }

    /**
     * Returns the cores that one pod uses.
     *
     * @param pods among how many the shared load is divided, at least 1
     * @param requestsPerSecond that this pod answers
     */
    public BigDecimal of(int pods, double requestsPerSecond) {
        return own.add(shared.divide(BigDecimal.valueOf(pods), MathContext.DECIMAL64))
                .add(perRequest.multiply(BigDecimal.valueOf(requestsPerSecond)));
    }
}
