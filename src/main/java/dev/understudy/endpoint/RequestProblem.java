package dev.understudy.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Why a request is not served; told as a problem document (RFC 9457). */
public final class RequestProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String title;

    /**
     * @param status HTTP status
     * @param title the same for every problem of this sort
     * @param detail what is the matter with this request, and what would be right
     */
    RequestProblem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    /** What was sent cannot be read. */
    static RequestProblem unreadable(String detail) {
        return new RequestProblem(400, "Bad Request", detail);
    }

    /** It can be read, and does not fit this drill. */
    static RequestProblem unfit(String detail) {
        return new RequestProblem(422, "Unprocessable Content", detail);
    }

    /** It may work later. */
    static RequestProblem notNow(String detail) {
        return new RequestProblem(503, "Service Unavailable", detail);
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns what is the matter. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail());
    }

    /** Nobody looks at where it was noticed. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
