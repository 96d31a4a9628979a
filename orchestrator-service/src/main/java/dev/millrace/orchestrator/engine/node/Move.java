package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.state.Path;
import java.time.Instant;

/** What a control node wants to happen. The engine makes it so; nothing else changes an execution. */
public sealed interface Move {

    /**
     * The node's job ends; the flow goes on behind the node, or the node's envelope says what a failure does.
     *
     * @param code names the failure for retry policies, or null
     */
    record End(JobStatus status, JsonNode result, String code) implements Move {}

    /**
     * The node's job ends, then a branch runs, then the flow goes on as the job's status says.
     *
     * @param meta kept for the reader of the job, or null
     * @param head first node of the branch, or null where nobody drew one
     */
    record EndInto(JobStatus status, JsonNode result, JsonNode meta, GraphNode head) implements Move {}

    /** The node's job ends; the named node's result becomes the same value. */
    record Assign(String nodeKey, JsonNode value) implements Move {}

    /** The node's job ends; the execution's output becomes the same value. */
    record Output(JsonNode value) implements Move {}

    /** The node's job ends; the waiting caller will hear the message. */
    record Tell(String message) implements Move {}

    /**
     * The node's job starts an execution of another workflow.
     *
     * @param waits whether the job waits for its outcome and ends like it, or ends at once with its id
     */
    record Call(String workflowKey, JsonNode context, boolean waits) implements Move {}

    /**
     * The node's job waits for a time.
     *
     * @param meta what the job is found by from outside, or null
     */
    record Wait(JsonNode result, JsonNode meta, Instant due) implements Move {}

    /**
     * The node's job stays open while branches run.
     *
     * @param result how far the node has come
     * @param meta what the node remembers; only the first of its moves may set it, null keeps what is there
     * @param branch to be entered now, or null for none
     * @param next step to call {@link Behaviour#goOn} with once the branch is under way, or {@link #NONE}
     */
    record Open(JsonNode result, JsonNode meta, Entry branch, int next) implements Move {
        public static final int NONE = -1;
    }

    /** A branch to be entered. */
    record Entry(GraphNode head, Path path) {}

    /** The node's job ends, and with it the whole execution. */
    record EndExecution(JobStatus status, JsonNode result) implements Move {}

    static Move resolved(JsonNode result) {
        return new End(JobStatus.RESOLVED, result, null);
    }

    /** @param message one sentence; becomes the node's result as it is */
    static Move error(String code, String message) {
        return new End(JobStatus.ERROR, Json.NODES.textNode(message), code);
    }
}
