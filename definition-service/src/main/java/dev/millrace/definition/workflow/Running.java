package dev.millrace.definition.workflow;

import dev.millrace.definition.web.ProblemException;
import dev.millrace.model.document.Violation;
import java.util.List;

/** What becomes of the executions under way when their workflow is disabled or deleted. */
enum Running {
    FINISH,
    CANCEL;

    /** @param name as the caller gave it, or null for the default */
    static Running of(String name) {
        if (name == null || name.equals("finish")) {
            return FINISH;
        }
        if (name.equals("cancel")) {
            return CANCEL;
        }
        throw ProblemException.invalid(List.of(new Violation(
                "/running", "bad_value", "Expected running to be finish or cancel, but it is \"%s\"".formatted(name))));
    }
}
