package dev.millrace.definition.workflow;

import dev.millrace.rest.ProblemException;

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
        throw ProblemException.badRequest(
                "bad_running", "Expected running to be finish or cancel, but it is \"%s\"".formatted(name));
    }
}
