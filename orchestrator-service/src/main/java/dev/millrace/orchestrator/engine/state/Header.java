package dev.millrace.orchestrator.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import java.time.Instant;
import java.util.List;

/**
 * What is known of an execution as a whole: one row, rewritten by each advance that changes it.
 *
 * @param advance number of the last advance that changed anything; doubles as the version that fences a second owner
 * @param stack workflow keys of the chain that led here, this workflow not included
 * @param lastSequence number of the newest job; job ids are {@code <execution id>.<sequence>}
 * @param replied whether the waiting caller was answered
 * @param resumePoint where {@code Proceed} goes on, or null; opaque outside the engine
 * @param expiresAt frozen at start, or null for no bound
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
        Instant endedAt) {}
