package dev.millrace.orchestrator.host;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.orchestrator.engine.Input;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One record and what it asks for. */
record Work(String executionId, Input input, ConsumerRecord<String, byte[]> record) {
    Optional<TriggerEvent> event() {
        if (input instanceof Input.Start start) {
            return Optional.of(start.event());
        }
        return rerun().map(command -> Past.event(command, null));
    }

    boolean isStart() {
        return input instanceof Input.Start || rerun().isPresent();
    }

    Optional<ExecutionCommand.Rerun> rerun() {
        return input instanceof Input.Steer steer && steer.command() instanceof ExecutionCommand.Rerun rerun
                ? Optional.of(rerun)
                : Optional.empty();
    }

    Optional<ExecutionCommand.Retry> retry() {
        return input instanceof Input.Steer steer && steer.command() instanceof ExecutionCommand.Retry retry
                ? Optional.of(retry)
                : Optional.empty();
    }
}
