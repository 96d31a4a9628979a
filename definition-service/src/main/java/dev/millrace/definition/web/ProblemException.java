package dev.millrace.definition.web;

import dev.millrace.model.document.Violation;
import java.util.List;

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

    /** 422 with everything that is wrong. */
    public static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(Problem.invalid(violations));
    }

    public static ProblemException notFound(String what) {
        return of(404, "not_found", "Expected to find " + what + ", but there is none");
    }

    public Problem problem() {
        return problem;
    }
}
