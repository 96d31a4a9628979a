package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.model.status.ExecutionStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the executions of a workflow came to, all its versions together.
 *
 * @param byStatus statuses that none has are left out
 * @param lastStartedAt null while none has begun
 * @param lastStatus of the newest execution
 */
@Schema(name = "WorkflowStatistics")
@JsonInclude(JsonInclude.Include.ALWAYS)
record WorkflowStatistics(
        @JsonProperty("workflowKey") String workflowKey,
        @JsonProperty("total") long total,
        @JsonProperty("byStatus") Map<ExecutionStatus, Long> byStatus,
        @JsonProperty("lastStartedAt") Instant lastStartedAt,
        @JsonProperty("lastStatus") ExecutionStatus lastStatus) {

    /**
     * The executions of one workflow and status.
     *
     * @param lastId of the newest; ids order by time, as texts too
     */
    record Group(String workflowKey, ExecutionStatus status, long count, Instant lastStartedAt, String lastId) {
        static Group of(Object[] row) {
            return new Group(
                    (String) row[0], ExecutionStatus.valueOf((String) row[1]), (Long) row[2], (Instant) row[3], (String)
                            row[4]);
        }
    }

    /** @param groups of one workflow, at least one */
    static WorkflowStatistics of(List<Group> groups) {
        var byStatus = new EnumMap<ExecutionStatus, Long>(ExecutionStatus.class);
        groups.forEach(group -> byStatus.put(group.status(), group.count()));
        var newest = groups.stream().max(Comparator.comparing(Group::lastId)).orElseThrow();
        return new WorkflowStatistics(
                newest.workflowKey(),
                groups.stream().mapToLong(Group::count).sum(),
                byStatus,
                groups.stream()
                        .map(Group::lastStartedAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                newest.status());
    }
}
