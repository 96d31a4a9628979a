package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.variable.Variables;
import dev.millrace.orchestrator.engine.Limits;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.state.Path;
import java.time.Instant;
import java.time.ZoneId;

/** One run of a control node, as its behaviour sees it: read-only, what is to happen is told by a {@link Move}. */
public interface NodeRun {
    GraphNode node();

    default String key() {
        return node().key();
    }

    /** Where the node's job stands. */
    Path path();

    /** What the node's own job has told so far, or null at the start. */
    JsonNode result();

    /** What the node's own job keeps to itself, or null. */
    JsonNode meta();

    /** What templates and expressions of the node see. */
    Variables variables();

    /** What they would see further inside. */
    Variables variables(Path inside);

    /** Whether the workflow has a node of this key. */
    boolean knows(String nodeKey);

    Instant now();

    /** In which days and months begin. */
    ZoneId zone();

    Limits limits();

    /** Number of the newest job of the execution; jobs that begin from now on have greater ones. */
    int lastSequence();
}
