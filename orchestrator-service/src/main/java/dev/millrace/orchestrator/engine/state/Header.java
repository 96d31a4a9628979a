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
 * @param expiresAt frozen when it begins to run (a pause and a retry move it), or null for no bound; until then when its caller gives up
 * @param messages what Response message nodes had to say, in order
 * @param steering what people did to it
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
        List<String> messages,
        Steering steering) {

    public Header {
        messages = messages == null ? List.of() : List.copyOf(messages);
        steering = steering == null ? Steering.NONE : steering;
    }

    /** The parts of a header that change together. */
    private record Course(
            ExecutionStatus status,
            EndReason reason,
            Instant startedAt,
            Instant expiresAt,
            Instant endedAt,
            Steering steering) {}

    private record Said(JsonNode output, boolean replied, List<String> messages) {}

    private record Place(JsonNode resumePoint, int lastSequence, long advance) {}

    private Header(Header before, Course course, Said said, Place place) {
        this(
                before.id,
                before.workflowId,
                before.workflowKey,
                before.eventKey,
                course.status,
                course.reason,
                before.context,
                said.output,
                before.stack,
                before.parentExecutionId,
                before.replyTo,
                said.replied,
                place.resumePoint,
                place.lastSequence,
                place.advance,
                before.createdAt,
                course.startedAt,
                course.expiresAt,
                course.endedAt,
                said.messages,
                course.steering);
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
                List.of(),
                Steering.NONE);
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
                List.of(),
                Steering.NONE);
    }

    public boolean paused() {
        return steering.pause() != null;
    }

    public Header withSteering(Steering newSteering) {
        return moved(status, reason, expiresAt, endedAt, newSteering);
    }

    public Header expiringAt(Instant newExpiry) {
        return moved(status, reason, newExpiry, endedAt, steering);
    }

    /** The header of an execution that had ended and goes on. */
    public Header reopened(Instant newExpiry) {
        return moved(ExecutionStatus.STARTED, null, newExpiry, null, steering.reopened());
    }

    /** The header of an execution that begins to run. */
    public Header begun(Instant at, Instant newExpiry) {
        return with(new Course(ExecutionStatus.STARTED, reason, at, newExpiry, endedAt, steering));
    }

    public Header withOutput(JsonNode newOutput) {
        return with(new Said(newOutput, replied, messages));
    }

    public Header withMessage(String message) {
        var all = new ArrayList<>(messages);
        all.add(message);
        return with(new Said(output, replied, all));
    }

    public Header answered() {
        return with(new Said(output, true, messages));
    }

    public Header ended(ExecutionStatus newStatus, EndReason newReason, Instant at) {
        return moved(newStatus, newReason, expiresAt, at, steering.ended(null));
    }

    /** The header behind one more advance. */
    public Header advanced(int newLastSequence, JsonNode newResumePoint) {
        return new Header(this, course(), said(), new Place(newResumePoint, newLastSequence, advance + 1));
    }

    /** Where the tasks stand that are left: for the next turn, or for a retry. */
    List<Path> resumePaths() {
        var paths = new ArrayList<Path>();
        addPaths(resumePoint, paths);
        if (steering.unfinished() != null) {
            addPaths(steering.unfinished().tasks(), paths);
        }
        return paths;
    }

    private static void addPaths(JsonNode tasks, List<Path> paths) {
        if (tasks != null) {
            tasks.forEach(task -> paths.add(Path.parse(task.path("path").asText(""))));
        }
    }

    private Header moved(
            ExecutionStatus newStatus, EndReason newReason, Instant newExpiry, Instant newEnd, Steering newSteering) {
        return with(new Course(newStatus, newReason, startedAt, newExpiry, newEnd, newSteering));
    }

    private Header with(Course course) {
        return new Header(this, course, said(), place());
    }

    private Header with(Said said) {
        return new Header(this, course(), said, place());
    }

    private Course course() {
        return new Course(status, reason, startedAt, expiresAt, endedAt, steering);
    }

    private Said said() {
        return new Said(output, replied, messages);
    }

    private Place place() {
        return new Place(resumePoint, lastSequence, advance);
    }
}
