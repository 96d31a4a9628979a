package dev.millrace.orchestrator.engine;

import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Path;
import dev.millrace.orchestrator.engine.state.Steering;
import java.util.List;

/**
 * What a rerun takes over of an earlier execution.
 *
 * @param nodeKey where it begins; null for the first node
 * @param path which run of the node; null for the newest
 * @param at the job of that run; null where the node has not run there
 * @param before the newest job of each node from before that run, in whatever state
 */
public record Origin(String executionId, String by, String nodeKey, Path path, Job at, List<Job> before) {
    public Origin {
        before = List.copyOf(before);
    }

    Steering.RerunOf asRerunOf(Path begin, int lastSequence) {
        return new Steering.RerunOf(executionId, nodeKey, begin.toString(), by, lastSequence);
    }
}
