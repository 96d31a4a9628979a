package dev.millrace.orchestrator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.variable.Variables;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.node.NodeRun;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Path;
import java.time.Instant;
import java.time.ZoneId;

/** A node's view of a draft. */
record Run(EngineSetup setup, Draft draft, GraphNode node, Job job) implements NodeRun {

    @Override
    public Path path() {
        return job.path();
    }

    @Override
    public JsonNode result() {
        return job.result();
    }

    @Override
    public JsonNode meta() {
        return job.meta();
    }

    @Override
    public Variables variables() {
        return variables(path());
    }

    @Override
    public Variables variables(Path inside) {
        return setup.scope(draft, job, inside, draft.now());
    }

    @Override
    public boolean knows(String nodeKey) {
        return draft.graph().node(nodeKey).isPresent();
    }

    @Override
    public Instant now() {
        return draft.now();
    }

    @Override
    public ZoneId zone() {
        return setup.zone();
    }

    @Override
    public Limits limits() {
        return setup.limits();
    }

    @Override
    public int lastSequence() {
        return draft.lastSequence();
    }
}
