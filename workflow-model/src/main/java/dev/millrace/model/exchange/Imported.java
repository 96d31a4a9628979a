package dev.millrace.model.exchange;

import dev.millrace.model.document.Violation;
import dev.millrace.model.document.WorkflowDocument;
import java.util.List;

/**
 * A document of ours. It is not validated: what no validator would notice is in the findings, the rest is the validator's.
 *
 * @param findings with pointers into this document, not into what was read. Code {@code unknown_node_type} means that the
 *     workflow cannot run yet
 */
public record Imported(WorkflowDocument document, List<Violation> findings) implements ImportOutcome {
    public Imported {
        findings = List.copyOf(findings);
    }
}
