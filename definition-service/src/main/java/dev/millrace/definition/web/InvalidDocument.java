package dev.millrace.definition.web;

import dev.millrace.model.document.Violation;
import dev.millrace.rest.Problem;
import dev.millrace.rest.ProblemException;
import java.util.List;

/** 422 with everything that is wrong with a workflow. */
public final class InvalidDocument {
    private InvalidDocument() {}

    public static ProblemException refused(List<Violation> violations) {
        String detail = violations.size() == 1
                ? violations.get(0).detail()
                : "Expected a workflow without errors, but it has " + violations.size();
        return new ProblemException(Problem.of(422, "invalid_document", detail).with(violations));
    }
}
