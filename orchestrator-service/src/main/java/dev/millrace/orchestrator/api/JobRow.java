package dev.millrace.orchestrator.api;

import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Path;
import dev.millrace.orchestrator.host.book.Columns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A job as the API reads it; the host alone writes it. */
@Entity(name = "OrchestratorJob")
@Immutable
@IdClass(JobRow.Key.class)
@Table(schema = "orchestrator", name = "job")
class JobRow {
    @Id
    @Column(name = "execution_id")
    UUID executionId;

    @Id
    int sequence;

    @Column(name = "node_key")
    String nodeKey;

    String type;
    String path;
    String status;
    String result;
    String log;
    int attempt;
    boolean dispatched;
    Instant until;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    protected JobRow() {
        // for Hibernate
    }

    record Key(UUID executionId, int sequence) implements Serializable {}

    /** Without the node's private state. */
    Job job() {
        return new Job(
                sequence,
                nodeKey,
                type,
                Path.parse(path),
                JobStatus.valueOf(status),
                Columns.json(result),
                null,
                log,
                attempt,
                dispatched,
                until,
                startedAt,
                endedAt);
    }
}
