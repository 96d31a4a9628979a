package dev.millrace.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.model.document.WorkflowDocument;
import java.time.Instant;

/**
 * One whole version of a workflow, as it stands now. Topic {@code workflow-definitions} (compacted), key = id.
 *
 * @param id identifies the version
 * @param key shared by all versions of one workflow
 * @param sequence grows with every change of any version; a consumer ignores a record older than what it has
 * @param current whether this is the version that the key stands for
 * @param deleted whether the version is gone for designers; running executions still finish on it
 * @param cancelRunning that executions of the version are to be cancelled, or null to let them finish
 */
public record WorkflowVersion(
        @JsonProperty("id") String id,
        @JsonProperty("key") String key,
        @JsonProperty("sequence") long sequence,
        @JsonProperty("enabled") boolean enabled,
        @JsonProperty("current") boolean current,
        @JsonProperty("deleted") boolean deleted,
        @JsonProperty("document") WorkflowDocument document,
        @JsonProperty("cancelRunning") CancelRunning cancelRunning) {

    public WorkflowVersion(
            String id,
            String key,
            long sequence,
            boolean enabled,
            boolean current,
            boolean deleted,
            WorkflowDocument document) {
        this(id, key, sequence, enabled, current, deleted, document, null);
    }

    /**
     * Somebody disabled or deleted the version and did not want its executions to finish.
     *
     * @param by user name of that person
     * @param before executions that were caused before this time are meant, later ones are not
     */
    public record CancelRunning(
            @JsonProperty("by") String by,
            @JsonProperty("before") Instant before) {}
}
