package dev.millrace.orchestrator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.node.Move;

/** Keeps what goes into history and to workers within bounds: in bytes of JSON, and in levels of nesting. */
record Payloads(long bound) {
    private static final long LARGE = 64 * 1024L;

    boolean exceeded(JsonNode value) {
        return PayloadSize.exceeds(value, bound);
    }

    /** Whether an advance had better not hold many of it. */
    boolean isLarge(JsonNode value) {
        return PayloadSize.exceeds(value, LARGE);
    }

    /** The failure of a node with a value that is {@link #exceeded}. */
    Outcome refused(GraphNode node, String what, JsonNode value) {
        return PayloadSize.isTooDeep(value)
                ? Outcome.error(Failures.payloadTooDeep(node, what), Failures.PAYLOAD_TOO_DEEP)
                : Outcome.error(Failures.payloadTooLarge(node, what, bound), Failures.PAYLOAD_TOO_LARGE);
    }

    /** The move, or the failure to make it. */
    Move bounded(GraphNode node, Move move) {
        if (!exceeded(kept(move))) {
            return move;
        }
        Outcome failure = refused(node, what(move), kept(move));
        return new Move.End(JobStatus.ERROR, failure.result(), failure.code());
    }

    private static String what(Move move) {
        if (move instanceof Move.Open) {
            return "target";
        }
        return move instanceof Move.Call ? "context" : "result";
    }

    /** What history would hold of a move. How far a node has come is small by nature. */
    private static JsonNode kept(Move move) {
        if (move instanceof Move.End end) {
            return end.result();
        }
        if (move instanceof Move.Open open) {
            return open.meta();
        }
        if (move instanceof Move.Call call) {
            return call.context();
        }
        if (move instanceof Move.Assign assign) {
            return assign.value();
        }
        if (move instanceof Move.Output output) {
            return output.value();
        }
        return move instanceof Move.EndExecution end ? end.result() : null;
    }
}
