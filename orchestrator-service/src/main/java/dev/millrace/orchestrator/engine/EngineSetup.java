package dev.millrace.orchestrator.engine;

import dev.millrace.model.variable.SystemVariables;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Path;
import java.time.Instant;
import java.time.ZoneId;

/** What stays the same over all executions. */
record EngineSetup(Limits limits, StepTypes types, Callees callees, ZoneId zone, String instanceId) {

    /** What the job sees from a path, at a time. */
    Scope scope(Draft draft, Job job, Path path, Instant at) {
        var ids = Derived.ids(draft.header().id(), job.sequence());
        return new Scope(draft, path, new SystemVariables(at, zone, instanceId, ids));
    }
}
