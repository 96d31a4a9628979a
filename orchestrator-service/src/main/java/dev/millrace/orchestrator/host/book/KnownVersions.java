package dev.millrace.orchestrator.host.book;

import dev.millrace.model.message.WorkflowVersion;
import java.util.Collection;

/** The workflow versions that are in memory. */
public interface KnownVersions {
    boolean knows(String workflowId);

    /** The keys of the version's nodes; none for a version that nobody knows. */
    Collection<String> nodeKeys(String workflowId);

    /** The book knows a version that was not in memory. */
    void restore(WorkflowVersion version);
}
