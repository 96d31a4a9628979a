package dev.millrace.orchestrator.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is known of an execution as a whole: one row, rewritten by each advance that changes it.
 *
 * @param advance number of the last advance that changed anything; doubles as the version that fences a second owner
 * @param stack workflow keys of the chain that led here, this workflow not included
 * @param lastSequence number of the newest job; job ids are {@code <execution id>.<sequence>}
 * @param replied whether the waiting caller was answered
 * @param resumePoint where {@code Proceed} goes on, or null; opaque outside the engine
 * @param startedAt when it began to run; null while it is queued
 * @param expiresAt frozen when it begins to run, or null for no bound; until then when its caller gives up
 * @param messages what Response message nodes had to say, in order
 */
public record Header(
        String id,
        String workflowId,
        String workflowKey,
        String eventKey,
        ExecutionStatus status,
        EndReason reason,
        JsonNode context,
        JsonNode output,
        List<String> stack,
        String parentExecutionId,
        ReplyAddress replyTo,
        boolean replied,
        JsonNode resumePoint,
        int lastSequence,
        long advance,
        Instant createdAt,
        Instant startedAt,
        Instant expiresAt,
        Instant endedAt,
        List<String> messages) {

    public Header {
        messages = messages == null ? List.of() : List.copyOf(messages);
    }

    public static Header started(TriggerEvent event, Instant now, Instant expiresAt) {
        return queued(event, now).begun(now, expiresAt);
    }

    /** Of an execution that has not begun to run. */
    public static Header queued(TriggerEvent event, Instant now) {
        return new Header(
                event.executionId(),
                event.workflowId(),
                event.workflowKey(),
                event.eventKey(),
                ExecutionStatus.QUEUED,
                null,
                event.context(),
                null,
                event.stack(),
                event.parentExecutionId(),
                event.replyTo(),
                false,
                null,
                0,
                0,
                Objects.requireNonNullElse(event.occurredAt(), now),
                null,
                event.expiresAt(),
                null,
                List.of());
    }

    /** The header of an execution that ended before it began. */
    public static Header forestalled(ExecutionCommand.Abort command, EndReason reason, Instant now) {
        return new Header(
                command.executionId(),
                command.workflowId(),
                command.workflowKey(),
                command.eventKey(),
                ExecutionStatus.ABORTED,
                reason,
                null,
                null,
                List.of(),
                command.parentExecutionId(),
                null,
                false,
                null,
                0,
                1,
                now,
                now,
                null,
                now,
                List.of());
    }

    /** The header of an execution that begins to run. */
    public Header begun(Instant at, Instant newExpiry) {
        return new Header(
                id,
                workflowId,
                workflowKey,
                eventKey,
                ExecutionStatus.STARTED,
                reason,
                context,
                output,
                stack,
                parentExecutionId,
                replyTo,
                replied,
                resumePoint,
                lastSequence,
                advance,
                createdAt,
                at,
                newExpiry,
                endedAt,
                messages);
    }

    public Header withOutput(JsonNode newOutput) {
        return copy(status, reason, newOutput, replied, endedAt, messages);
    }

    public Header withMessage(String message) {
        var all = new ArrayList<>(messages);
        all.add(message);
        return copy(status, reason, output, replied, endedAt, all);
    }

    public Header answered() {
        return copy(status, reason, output, true, endedAt, messages);
    }

    public Header ended(ExecutionStatus newStatus, EndReason newReason, Instant at) {
        return copy(newStatus, newReason, output, replied, at, messages);
    }

    /** The header behind one more advance. */
    public Header advanced(int newLastSequence, JsonNode newResumePoint) {
        return new Header(
                id,
                workflowId,
                workflowKey,
                eventKey,
                status,
                reason,
                context,
                output,
                stack,
                parentExecutionId,
                replyTo,
                replied,
                newResumePoint,
                newLastSequence,
                advance + 1,
                createdAt,
                startedAt,
                expiresAt,
                endedAt,
                messages);
    }

    /** Where the tasks stand that were put off for the next turn. */
    List<Path> resumePaths() {
        var paths = new ArrayList<Path>();
        if (resumePoint != null) {
            resumePoint.forEach(task -> paths.add(Path.parse(task.path("path").asText(""))));
        }
        return paths;
    }

    private Header copy(
            ExecutionStatus newStatus,
            EndReason newReason,
            JsonNode newOutput,
            boolean newReplied,
            Instant newEnd,
            List<String> newMessages) {
        return new Header(
                id,
                workflowId,
                workflowKey,
                eventKey,
                newStatus,
                newReason,
                context,
                newOutput,
                stack,
                parentExecutionId,
                replyTo,
                newReplied,
                resumePoint,
                lastSequence,
                advance,
                createdAt,
                startedAt,
                expiresAt,
                newEnd,
                newMessages);
    }
}
