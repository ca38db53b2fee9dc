package dev.understudy.simulated.remote;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms in which several streams share one WebSocket: each message begins with the number of its stream. */
public enum ChannelProtocol {
    /** The input may end while the output goes on; kubectl speaks it. */
    V5("v5.channel.k8s.io", false, true),
    /** The last stream carries a Status; the Java client speaks it. */
    V4("v4.channel.k8s.io", false, true),
    V4_BASE64("v4.base64.channel.k8s.io", true, true),
    V1("channel.k8s.io", false, false),
    V1_BASE64("base64.channel.k8s.io", true, false),
    /** What is spoken when the client names nothing. */
    UNNAMED("", false, false);

    private final String title;
    private final boolean base64;
    private final boolean status;

    ChannelProtocol(String title, boolean base64, boolean status) {
        this.title = title;
        this.base64 = base64;
        this.status = status;
    }

    /** Returns the first of the offered protocols that is known; a client that offers none gets the unnamed one. */
    public static Optional<ChannelProtocol> choose(List<String> offered) {
        return offered.isEmpty()
                ? Optional.of(UNNAMED)
                : offered.stream().flatMap(ChannelProtocol::named).findFirst();
    }

    private static Stream<ChannelProtocol> named(String name) {
        return Arrays.stream(values()).filter(each -> !name.isEmpty() && each.title.equals(name));
    }

    /** The sub-protocol's name. */
    public String title() {
        return title;
    }

    /** Whether every message is text: the digit of the stream, then base64. */
    boolean isBase64() {
        return base64;
    }

    /** Whether the last stream carries a Status; before, it carried the words of a failure only. */
    boolean tellsStatus() {
        return status;
    }
}
