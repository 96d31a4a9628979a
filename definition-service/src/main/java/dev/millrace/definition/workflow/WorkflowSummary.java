package dev.millrace.definition.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * A version as lists show it: without what it does.
 *
 * @param version counts the versions of the key from 1 on
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record WorkflowSummary(
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
        @JsonProperty("categories") List<String> categories,
        @JsonProperty("createdAt") Instant createdAt,
        @JsonProperty("updatedAt") Instant updatedAt,
        @JsonProperty("updatedBy") String updatedBy) {

    static WorkflowSummary of(Version version) {
        var document = version.document();
        return new WorkflowSummary(
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
                document.categories(),
                version.audit().createdAt(),
                version.audit().updatedAt(),
                version.audit().updatedBy());
    }
}
