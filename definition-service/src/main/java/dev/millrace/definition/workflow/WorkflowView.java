package dev.millrace.definition.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.document.Violation;
import java.time.Instant;
import java.util.List;

/**
 * A whole version as it is answered.
 *
 * @param version counts the versions of the key from 1 on
 * @param findings what may not be meant
 * @param versions all versions of the key, oldest first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record WorkflowView(
        @JsonProperty("id") String id,
        @JsonProperty("key") String key,
        @JsonProperty("version") int version,
        @JsonProperty("title") String title,
        @JsonProperty("description") String description,
        @JsonProperty("type") String type,
        @JsonProperty("sync") boolean sync,
        @JsonProperty("enabled") boolean enabled,
        @JsonProperty("current") boolean current,
        @JsonProperty("executed") boolean executed,
        @JsonProperty("config") JsonNode config,
        @JsonProperty("options") JsonNode options,
        @JsonProperty("categories") List<String> categories,
        @JsonProperty("nodes") List<NodeDocument> nodes,
        @JsonProperty("createdAt") Instant createdAt,
        @JsonProperty("createdBy") String createdBy,
        @JsonProperty("updatedAt") Instant updatedAt,
        @JsonProperty("updatedBy") String updatedBy,
        @JsonProperty("findings") List<Violation> findings,
        @JsonProperty("versions") List<WorkflowSummary> versions) {

    static WorkflowView of(Version version, List<Violation> findings, List<Version> siblings) {
        var document = version.document();
        var audit = version.audit();
        return new WorkflowView(
                version.id(),
                version.key(),
                version.number(),
                document.title(),
                document.description(),
                document.type(),
                document.sync(),
                document.enabled(),
                version.current(),
                version.executed(),
                document.config(),
                document.options(),
                document.categories(),
                document.nodes(),
                audit.createdAt(),
                audit.createdBy(),
                audit.updatedAt(),
                audit.updatedBy(),
                findings,
                siblings.stream().map(WorkflowSummary::of).toList());
    }
}
