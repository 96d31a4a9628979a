package dev.millrace.orchestrator.engine;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.TriggerEvent;

/** What can move an execution. */
public sealed interface Input {
    record Start(TriggerEvent event) implements Input {}

    record StepEnded(StepResult result) implements Input {}

    record Steer(ExecutionCommand command) implements Input {}
}
