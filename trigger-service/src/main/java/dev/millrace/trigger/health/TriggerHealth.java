package dev.millrace.trigger.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.trigger.collection.capture.CaptureState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How triggers are, as the process that answers sees it.
 *
 * @param since from when on it counts
 */
@Schema(name = "TriggerHealth")
@JsonInclude(JsonInclude.Include.ALWAYS)
record TriggerHealth(
        @JsonProperty("since") Instant since,
        @JsonProperty("items") List<OfWorkflow> items,
        @JsonProperty("dataSources") List<OfDataSource> dataSources) {

    enum State {
        /** What happens now is heard. */
        LISTENING,
        /** What happens now is not heard yet; nothing is lost. */
        INTERRUPTED,
        /** Nothing can start it as it is configured. */
        DEAF
    }

    /**
     * @param detail one sentence on the state
     * @param lastEventAt when the newest event happened, whether it fired or not; null for none since the start
     * @param lagMs from the newest event to its being served
     * @param notFired how many did not fire, by reason
     */
    @Schema(name = "WorkflowTriggerHealth")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OfWorkflow(
            @JsonProperty("workflowKey") String workflowKey,
            @JsonProperty("workflowId") String workflowId,
            @JsonProperty("title") String title,
            @JsonProperty("type") String type,
            @JsonProperty("state") State state,
            @JsonProperty("detail") String detail,
            @JsonProperty("lastEventAt") Instant lastEventAt,
            @JsonProperty("lastFiredAt") Instant lastFiredAt,
            @JsonProperty("lagMs") Long lagMs,
            @JsonProperty("fired") long fired,
            @JsonProperty("notFired") Map<NotFired, Long> notFired,
            @JsonProperty("lastNotFired") LastNotFired lastNotFired) {}

    /** The newest event that did not fire. */
    @Schema(name = "LastNotFired")
    record LastNotFired(
            @JsonProperty("at") Instant at,
            @JsonProperty("reason") NotFired reason,
            @JsonProperty("detail") String detail) {}

    /**
     * The connection that reads the changes of a data source.
     *
     * @param since since when it is in this phase
     * @param lastChangeAt when the newest change was committed that was matched; null for none since the start
     * @param lagMs from then to its being matched
     */
    @Schema(name = "CaptureHealth")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OfDataSource(
            @JsonProperty("name") String name,
            @JsonProperty("phase") CaptureState.Phase phase,
            @JsonProperty("detail") String detail,
            @JsonProperty("since") Instant since,
            @JsonProperty("lastChangeAt") Instant lastChangeAt,
            @JsonProperty("lagMs") Long lagMs) {}
}
