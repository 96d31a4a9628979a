package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.host.book.Columns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An execution as the API reads it; the host alone writes it. */
@Entity(name = "OrchestratorExecution")
@Immutable
@Table(schema = "orchestrator", name = "execution")
class ExecutionRow {
    @Id
    UUID id;

    @Column(name = "workflow_id")
    String workflowId;

    @Column(name = "workflow_key")
    String workflowKey;

    @Column(name = "event_key")
    String eventKey;

    String status;
    String reason;
    String context;
    String output;

    @Column(name = "parent_execution_id")
    String parentExecutionId;

    @Column(name = "resume_point")
    String resumePoint;

    @Column(name = "last_sequence")
    int lastSequence;

    long advance;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "ended_at")
    Instant endedAt;

    String messages;
    String stack;
    String steering;
    boolean paused;

    protected ExecutionRow() {
        // for Hibernate
    }

    ExecutionStatus status() {
        return ExecutionStatus.valueOf(status);
    }

    JsonNode context() {
        return Columns.json(context);
    }

    JsonNode output() {
        return Columns.json(output);
    }

    EndReason reason() {
        return reason == null ? null : Json.mapper().convertValue(Json.parse(reason), EndReason.class);
    }

    /** Without what only the engine needs. */
    Header header() {
        return new Header(
                id.toString(),
                workflowId,
                workflowKey,
                eventKey,
                status(),
                reason(),
                context(),
                output(),
                List.of(),
                parentExecutionId,
                null,
                false,
                Columns.json(resumePoint),
                lastSequence,
                advance,
                createdAt,
                startedAt,
                expiresAt,
                endedAt,
                Columns.list(messages),
                SteeringTarget.steering(steering));
    }
}
