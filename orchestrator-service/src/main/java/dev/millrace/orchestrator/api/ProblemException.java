package dev.millrace.orchestrator.api;

import jakarta.ws.rs.core.Response.Status;

/** Ends a request with a problem. */
final class ProblemException extends RuntimeException {
    private final Status status;
    private final String code;

    private ProblemException(Status status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    static ProblemException notFound(String executionId) {
        return new ProblemException(
                Status.NOT_FOUND, "not_found", "Expected execution " + executionId + ", but there is none");
    }

    static ProblemException conflict(String code, String detail) {
        return new ProblemException(Status.CONFLICT, code, detail);
    }

    static ProblemException badRequest(String code, String detail) {
        return new ProblemException(Status.BAD_REQUEST, code, detail);
    }

    Status status() {
        return status;
    }

    String code() {
        return code;
    }
}
