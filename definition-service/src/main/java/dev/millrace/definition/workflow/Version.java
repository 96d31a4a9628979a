package dev.millrace.definition.workflow;

import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.message.WorkflowVersion;
import java.time.Instant;

/**
 * One version of a workflow, as read.
 *
 * @param number counts the versions of the key from 1 on
 * @param sequence of the last change; the ETag
 * @param cancelRunning that its executions are to be cancelled, since somebody said so; null if nobody did
 * @param executed whether an execution ever started on it: then what it does never changes
 */
record Version(
        String id,
        String key,
        int number,
        long sequence,
        boolean current,
        boolean executed,
        WorkflowDocument document,
        WorkflowVersion.CancelRunning cancelRunning,
        Audit audit) {

    record Audit(Instant createdAt, String createdBy, Instant updatedAt, String updatedBy) {}

    WorkflowVersion message() {
        return new WorkflowVersion(id, key, sequence, document.enabled(), current, false, document, cancelRunning);
    }

    WorkflowVersion farewell() {
        return new WorkflowVersion(id, key, sequence, false, false, true, document, cancelRunning);
    }
}
