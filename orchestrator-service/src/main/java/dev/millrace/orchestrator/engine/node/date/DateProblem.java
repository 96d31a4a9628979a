package dev.millrace.orchestrator.engine.node.date;

/** Why a calculation has no result; a signal that never leaves the package. */
final class DateProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    DateProblem(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
