package dev.millrace.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.model.document.WorkflowDocument;

/**
 * One whole version of a workflow, as it stands now. Topic {@code workflow-definitions} (compacted), key = id.
 *
 * @param id identifies the version
 * @param key shared by all versions of one workflow
 * @param sequence grows with every change of any version; a consumer ignores a record older than what it has
 * @param current whether this is the version that the key stands for
 * @param deleted whether the version is gone for designers; running executions still finish on it
 */
public record WorkflowVersion(
        @JsonProperty("id") String id,
        @JsonProperty("key") String key,
        @JsonProperty("sequence") long sequence,
        @JsonProperty("enabled") boolean enabled,
        @JsonProperty("current") boolean current,
        @JsonProperty("deleted") boolean deleted,
        @JsonProperty("document") WorkflowDocument document) {}
