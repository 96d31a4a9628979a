package dev.millrace.orchestrator.engine;

import dev.millrace.model.message.StepCommand;
import dev.millrace.model.variable.Resolved;
import dev.millrace.orchestrator.engine.effect.Effect;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.state.Job;
import java.util.ArrayList;
import java.util.List;

/** Makes the commands for workers. */
final class Steps {
    private Steps() {}

    /**
     * The command of a job that is asked for, the same each time it is made: the config is resolved as of the beginning of the
     * job.
     */
    static Effect.Dispatch dispatch(Draft draft, Job job, Resolved config) {
        var header = draft.header();
        return new Effect.Dispatch(new StepCommand(
                header.id(),
                job.id(header.id()),
                header.workflowKey(),
                job.nodeKey(),
                job.type(),
                job.attempt(),
                config.value(),
                config.secrets(),
                Timers.earliest(job.until(), header.expiresAt()),
                chain(draft),
                header.replyTo() != null && !header.replied()));
    }

    static Resolved config(EngineSetup setup, Draft draft, GraphNode node, Job job) {
        return node.config().resolve(setup.scope(draft, job, job.path(), job.startedAt()));
    }

    /** The chain as what this execution brings about sees it. */
    static List<String> chain(Draft draft) {
        var stack = new ArrayList<>(draft.header().stack());
        stack.add(draft.header().workflowKey());
        return stack;
    }
}
