package dev.understudy.simulated.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.understudy.simulated.metrics.Labels;
import dev.understudy.simulated.metrics.Measured;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
    private static final String REQUESTS = "http_requests_total";

    private final Measured measured = new Measured()
            .grow(0, 9, REQUESTS, "service", "cart", "pod", "a", "code", "200")
            .grow(0, 1, REQUESTS, "service", "cart", "pod", "a", "code", "500")
            .grow(0, 5, REQUESTS, "service", "cart", "pod", "b", "code", "200")
            .grow(0, 4, REQUESTS, "service", "bank", "pod", "c", "code", "200")
            .gauge(0, 1, "up", "pod", "a")
            .gauge(60, 0, "up", "pod", "a")
            .gauge(0, 1, "up", "pod", "b");

    /** Asks two minutes after the start; values are rounded, series in the order of their labels. */
    private String ask(String query) {
        return switch (Query.read(query).at(Measured.START.plusSeconds(120), measured.all)) {
            case Value.Scalar(double number) -> rounded(number);
            case Value.Vector(var elements) ->
                elements.stream()
                        .map(each -> text(each.labels()) + " " + rounded(each.number()))
                        .sorted()
                        .collect(Collectors.joining("; "));
        };
    }

    private static String text(Labels labels) {
        return labels.all().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String rounded(double number) {
        return Numbers.write(Double.isInfinite(number) ? number : Math.round(number * 1000) / 1000.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 ^ 2 | 19",
                "-2 ^ 2 | -4",
                "7 % 4 - 1 | 2",
                "1 > bool 2 | 0",
                "1 / 0 | +Inf",
                "up | {__name__=up,pod=a} 0; {__name__=up,pod=b} 1",
                "up == 0 | {__name__=up,pod=a} 0",
                "up == bool 0 | {pod=a} 1; {pod=b} 0",
                "up offset 1m1s | {__name__=up,pod=a} 1; {__name__=up,pod=b} 1",
                "count(up == 1) | {} 1",
                "sum(rate(http_requests_total[1m])) | {} 19",
                "sum by (service) (rate(http_requests_total[1m])) | {service=bank} 4; {service=cart} 15",
                "sum(increase(http_requests_total{service=\"bank\"}[1m])) | {} 240",
                "irate(http_requests_total{pod='b'}[1m]) | {code=200,pod=b,service=cart} 5",
                "max without (pod, code) (http_requests_total) | {service=bank} 480; {service=cart} 1080",
                "sum by (service) (rate(http_requests_total{code=~\"5..\"}[1m]))"
                        + " / sum by (service) (rate(http_requests_total[1m])) | {service=cart} 0.067",
                "sum(rate(http_requests_total{code!~\"2..\"}[30s])) > 0.5 | {} 1",
                "http_requests_total{service!=\"cart\"} * 2 | {code=200,pod=c,service=bank} 960",
                "up and on (pod) http_requests_total{service='cart', code='500'} | {__name__=up,pod=a} 0",
                "up unless on (pod) http_requests_total{code='500'} | {__name__=up,pod=b} 1",
                "vector(1) or up | {__name__=up,pod=a} 0; {__name__=up,pod=b} 1; {} 1",
                "absent(up{pod=\"z\"}) | {pod=z} 1",
                "absent(up) | ''",
                "avg_over_time(up{pod='a'}[2m]) | {pod=a} 0.492",
                "changes(up{pod='a'}[2m]) | {pod=a} 1",
                "scalar(up{pod='b'}) + 1 | 2",
                "clamp_max(http_requests_total{service='bank'}, 7) | {code=200,pod=c,service=bank} 7",
                "avg(up) by (pod) > 0 # a comment | {pod=b} 1",
            })
    void a_query_means_what_it_means_in_prometheus(String query, String answer) {
        assertThat(ask(query)).isEqualTo(answer);
    }

    @Test
    void a_series_that_ended_is_seen_no_more() {
        measured.end(90, "up", "pod", "b");

        assertThat(ask("up{pod='b'}")).isEmpty();
        assertThat(ask("count_over_time(up{pod='b'}[2m])")).isEqualTo("{pod=b} 89");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum( | unexpected end of input",
                "up{pod=a} | unexpected \"a\" in label matching, expected string",
                "up{pod=~'('} | error parsing regexp",
                "{pod=''} | vector selector must contain at least one non-empty matcher",
                "rate(up) | expected type range vector",
                "abs(up[5m]) | expected type instant vector",
                "topk(3, up) | topk is not there",
                "histogram_quantile(0.9, up) | function \"histogram_quantile\" is not there",
                "up * on (pod) group_left up | group_left is not there",
                "max_over_time(rate(up[5m])[1h:1m]) | a subquery is not there",
                "up[5] | expected duration",
                "up & up | unexpected character: '&'",
                "'' | no expression found",
            })
    void what_is_no_query_or_not_there_is_said(String query, String why) {
        QueryException wrong = catchThrowableOfType(QueryException.class, () -> Query.read(query));

        assertThat(wrong).hasMessageContaining(why);
    }
}
