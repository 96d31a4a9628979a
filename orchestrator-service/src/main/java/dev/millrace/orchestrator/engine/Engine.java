package dev.millrace.orchestrator.engine;

import dev.millrace.model.message.TriggerEvent;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The state machine behind every execution: a pure function from state and input to changes and effects. The same input on
 * the same state gives the same output, so what is played again after a crash is harmless. Thread-safe.
 */
public final class Engine {

    /**
     * @param zone in which {@code $system.dateRange} counts days
     * @param instanceId what {@code $system.instanceId} tells
     */
    public Engine(Limits limits, StepTypes types, ZoneId zone, String instanceId) {}

    /** Why the event must not start an execution, as {@code code: sentence}; empty when it may. */
    public Optional<String> admits(TriggerEvent event, WorkflowGraph graph) {
        throw new UnsupportedOperationException("lands within the hour");
    }

    /** Brings an execution into being. Its changes are always present. */
    public Advance start(TriggerEvent event, WorkflowGraph graph, Instant now) {
        throw new UnsupportedOperationException("lands within the hour");
    }

    /**
     * Moves an execution on. The state itself is not changed: that is for {@link ExecutionState#apply}, once the changes are
     * written.
     */
    public Advance advance(ExecutionState state, Input input, WorkflowGraph graph, Instant now) {
        throw new UnsupportedOperationException("lands within the hour");
    }
}
