package dev.millrace.rest;

/**
 * Carries a refusal through a transaction, which it rolls back, to the edge, where it is the answer. It has no stack trace: it
 * is no bug.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public static ProblemException of(int status, String code, String detail) {
        return new ProblemException(Problem.of(status, code, detail));
    }

    public static ProblemException badRequest(String code, String detail) {
        return of(400, code, detail);
    }

    /** @param what with its article and its name: {@code a workflow with id 7} */
    public static ProblemException notFound(String what) {
        return of(404, "not_found", "Expected to find " + what + ", but there is none");
    }

    public static ProblemException conflict(String code, String detail) {
        return of(409, code, detail);
    }

    public Problem problem() {
        return problem;
    }
}
