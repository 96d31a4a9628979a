package dev.millrace.orchestrator.host;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.Reply;
import dev.millrace.model.message.ReplyAddress.Detail;
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
            if (isOfJob(event)) {
                consequences.report(ChildReport.refused(event.replyTo(), reason));
                return;
            }
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
            var reply = new Reply(
                    caller.address(),
                    caller.correlationId(),
                    header.id(),
                    header.status(),
                    header.reason(),
                    header.output(),
                    null,
                    null,
                    header.messages());
            consequences.tell(reply, caller.detail());
        }
    }

    /** The event's own execution has run, and was deleted. Whoever waits has heard of its end, unless that was lost. */
    static void forgotten(TriggerEvent event, Consequences consequences) {
        if (isOfJob(event)) {
            var reason = EndReason.of(
                    "outcome_unknown", "Expected to know how the called workflow ended, but its execution was deleted");
            consequences.report(ChildReport.refused(event.replyTo(), reason));
        }
    }

    private static boolean isOfJob(TriggerEvent event) {
        return event.replyTo() != null && event.replyTo().detail() == Detail.JOB;
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
                null,
                original.messages());
    }

    private static void answer(
            TriggerEvent event, ExecutionStatus status, EndReason reason, Consequences consequences) {
        if (isOfJob(event)) {
            consequences.report(ChildReport.refused(event.replyTo(), reason));
        } else if (event.replyTo() != null) {
            consequences.reply(reply(event, event.executionId(), status, reason));
        }
    }

    private static Reply reply(TriggerEvent event, String executionId, ExecutionStatus status, EndReason reason) {
        var caller = event.replyTo();
        return new Reply(caller.address(), caller.correlationId(), executionId, status, reason, null, null, null);
    }
}
