package dev.millrace.orchestrator.engine;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.orchestrator.engine.state.Job;
import java.util.List;

/** What can move an execution. */
public sealed interface Input {
    record Start(TriggerEvent event) implements Input {}

    record StepEnded(StepResult result) implements Input {}

    record Steer(ExecutionCommand command) implements Input {}

    /**
     * A retry with what it is about.
     *
     * @param ended the jobs that {@link dev.millrace.orchestrator.engine.state.Unfinished} names: having ended they are no part
     *     of the state
     */
    record Retry(ExecutionCommand.Retry command, List<Job> ended) implements Input {
        public Retry {
            ended = List.copyOf(ended);
        }
    }
}
