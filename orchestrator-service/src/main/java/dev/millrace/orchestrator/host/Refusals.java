package dev.millrace.orchestrator.host;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.Reply;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.state.Header;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is said about events that start nothing, and to whom. */
final class Refusals {
    private Refusals() {}

    static void repeat(TriggerEvent event, String originalId, Consequences consequences) {
        if (event.replyTo() != null) {
            var reason = EndReason.of("repeated_event", "Expected a new event, but its execution was deleted");
            var reply = reply(event, originalId, null, reason);
            consequences.repeat(new Consequences.Repeat(originalId, reply));
        }
    }

    static void unknownWorkflow(ConsumerRecord<String, byte[]> cause, TriggerEvent event, Consequences consequences) {
        var sentence = "Expected to know workflow version " + event.workflowId() + ", but it was never published";
        consequences.letter(cause, sentence);
        answer(event, ExecutionStatus.ERROR, EndReason.of("unknown_workflow", sentence), consequences);
    }

    static void originGone(
            ConsumerRecord<String, byte[]> cause, ExecutionCommand.Rerun command, Consequences consequences) {
        consequences.letter(cause, "Expected execution %s to rerun it, but it was deleted".formatted(command.of()));
    }

    /** @param refusal {@code code: sentence} */
    static void notAdmitted(
            ConsumerRecord<String, byte[]> cause, TriggerEvent event, String refusal, Consequences consequences) {
        consequences.letter(cause, refusal);
        int colon = refusal.indexOf(": ");
        var reason = EndReason.of(refusal.substring(0, colon), refusal.substring(colon + 2));
        answer(event, ExecutionStatus.ABORTED, reason, consequences);
    }

    static void failed(Header header, Consequences consequences) {
        var caller = header.replyTo();
        if (caller != null) {
            consequences.reply(new Reply(
                    caller.address(),
                    caller.correlationId(),
                    header.id(),
                    header.status(),
                    header.reason(),
                    header.output(),
                    null,
                    null));
        }
    }

    /** The reply to the caller of a repeat, once the original is known. */
    static Reply outcome(Reply reply, Header original) {
        return new Reply(
                reply.address(),
                reply.correlationId(),
                original.id(),
                original.status(),
                original.reason(),
                original.output(),
                null,
                null);
    }

    private static void answer(
            TriggerEvent event, ExecutionStatus status, EndReason reason, Consequences consequences) {
        if (event.replyTo() != null) {
            consequences.reply(reply(event, event.executionId(), status, reason));
        }
    }

    private static Reply reply(TriggerEvent event, String executionId, ExecutionStatus status, EndReason reason) {
        var caller = event.replyTo();
        return new Reply(caller.address(), caller.correlationId(), executionId, status, reason, null, null, null);
    }
}
