package dev.millrace.orchestrator.host;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.orchestrator.engine.Input;
import dev.millrace.orchestrator.host.book.EventKey;
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

    /** What the event is known by that starts the execution, where the record tells. */
    Optional<EventKey> eventKey() {
        return abort().map(abort -> new EventKey(abort.workflowKey(), abort.eventKey()))
                .or(() -> event().map(EventKey::of));
    }

    Optional<ExecutionCommand.Abort> abort() {
        return input instanceof Input.Steer steer && steer.command() instanceof ExecutionCommand.Abort abort
                ? Optional.of(abort)
                : Optional.empty();
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
