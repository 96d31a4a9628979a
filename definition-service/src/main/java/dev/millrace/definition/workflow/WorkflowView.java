package dev.millrace.definition.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.document.Violation;
import java.util.List;

/**
 * A whole version as it is answered.
 *
 * @param findings what may not be meant
 * @param versions all versions of the key, oldest first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record WorkflowView(
        @JsonUnwrapped WorkflowSummary summary,
        @JsonProperty("config") JsonNode config,
        @JsonProperty("options") JsonNode options,
        @JsonProperty("nodes") List<NodeDocument> nodes,
        @JsonProperty("createdBy") String createdBy,
        @JsonProperty("findings") List<Violation> findings,
        @JsonProperty("versions") List<WorkflowSummary> versions) {

    static WorkflowView of(Version version, List<Violation> findings, List<Version> siblings) {
        var document = version.document();
        return new WorkflowView(
                WorkflowSummary.of(version),
                document.config(),
                document.options(),
                document.nodes(),
                version.audit().createdBy(),
                findings,
                siblings.stream().map(WorkflowSummary::of).toList());
    }
}
