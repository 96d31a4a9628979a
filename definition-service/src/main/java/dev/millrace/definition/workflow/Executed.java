package dev.millrace.definition.workflow;

import dev.millrace.model.document.Violation;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.rest.Problem;
import dev.millrace.rest.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What a version does never changes once it has run; what it is called and whether it runs may. */
final class Executed {
    private Executed() {}

    static void refuseChange(WorkflowDocument before, WorkflowDocument after) {
        var changed = new ArrayList<Violation>();
        compare(changed, "/type", before, after, WorkflowDocument::type);
        compare(changed, "/sync", before, after, WorkflowDocument::sync);
        compare(changed, "/config", before, after, WorkflowDocument::config);
        compare(changed, "/nodes", before, after, WorkflowDocument::nodes);
        if (!changed.isEmpty()) {
            throw new ProblemException(refusal(changed));
        }
    }

    private static void compare(
            List<Violation> changed,
            String pointer,
            WorkflowDocument before,
            WorkflowDocument after,
            Function<WorkflowDocument, Object> part) {
        if (!Objects.equals(part.apply(before), part.apply(after))) {
            changed.add(new Violation(
                    pointer,
                    "version_executed",
                    "Expected this to stay as it was when the version ran, but it differs"));
        }
    }

    private static Problem refusal(List<Violation> changed) {
        return Problem.of(
                        409,
                        "version_executed",
                        "Expected a version that has never run, but this one has; make a revision and change that")
                .with(changed);
    }
}
