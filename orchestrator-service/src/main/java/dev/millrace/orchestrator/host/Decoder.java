package dev.millrace.orchestrator.host;

import dev.millrace.messaging.Messages;
import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.Topics;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.orchestrator.engine.Input;
import dev.millrace.orchestrator.engine.state.Path;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the three kinds of records that drive executions. */
final class Decoder {
    private final Topics topics;

    Decoder(Topics topics) {
        this.topics = topics;
    }

    /** @throws UndecodableRecordException with the sentence for the dead letter */
    Work decode(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(topics.triggerEvents())) {
            var event = Messages.decode(record, TriggerEvent.class);
            present(event.workflowId(), "workflowId");
            present(event.workflowKey(), "workflowKey");
            knownCaller(event.replyTo());
            return work(event.executionId(), new Input.Start(event), record);
        }
        if (record.topic().equals(topics.stepResults())) {
            var result = Messages.decode(record, StepResult.class);
            present(result.jobId(), "jobId");
            present(result.status(), "status");
            return work(result.executionId(), new Input.StepEnded(result), record);
        }
        var command = Messages.decode(record, ExecutionCommand.class);
        if (command instanceof ExecutionCommand.Abort abort) {
            present(abort.workflowId(), "workflowId");
            present(abort.workflowKey(), "workflowKey");
            present(abort.eventKey(), "eventKey");
        }
        if (command instanceof ExecutionCommand.TimerDue due) {
            present(due.timer(), "timer");
            present(due.timer().kind(), "timer.kind");
        }
        if (command instanceof ExecutionCommand.Rerun rerun) {
            canonical(rerun.of(), "of");
            present(rerun.workflowId(), "workflowId");
            present(rerun.workflowKey(), "workflowKey");
            path(rerun.path());
        }
        return work(command.executionId(), new Input.Steer(command), record);
    }

    private static void knownCaller(ReplyAddress caller) {
        if (caller != null && caller.detail() == ReplyAddress.Detail.JOB && !caller.namesJob()) {
            throw new UndecodableRecordException(
                    "Expected replyTo to name a job and its attempt, but was " + caller.correlationId(), null);
        }
    }

    private static Work work(String executionId, Input input, ConsumerRecord<String, byte[]> record) {
        return new Work(canonical(executionId, "executionId"), input, record);
    }

    /** The one way to write the id: the caches go by it. */
    private static String canonical(String executionId, String field) {
        present(executionId, field);
        try {
            if (UUID.fromString(executionId).toString().equals(executionId)) {
                return executionId;
            }
        } catch (IllegalArgumentException e) {
            throw new UndecodableRecordException("Expected " + field + " to be a UUID, but was " + executionId, e);
        }
        throw new UndecodableRecordException(
                "Expected " + field + " to be a UUID in lower case, but was " + executionId, null);
    }

    private static void path(String text) {
        try {
            if (text != null) {
                Path.parse(text);
            }
        } catch (IllegalArgumentException e) {
            throw new UndecodableRecordException("Expected path to be like each[3], but was " + text, e);
        }
    }

    private static void present(Object value, String field) {
        if (value == null) {
            throw new UndecodableRecordException("Expected " + field + ", but it is missing", null);
        }
    }
}
