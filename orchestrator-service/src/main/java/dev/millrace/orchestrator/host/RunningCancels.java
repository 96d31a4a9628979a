package dev.millrace.orchestrator.host;

import dev.millrace.messaging.Messages;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.Topics;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.model.message.WorkflowVersion.CancelRunning;
import dev.millrace.model.status.EndReason;
import dev.millrace.orchestrator.host.book.Database;
import dev.millrace.orchestrator.host.book.DatabaseUnavailableException;
import dev.millrace.orchestrator.host.book.RunningExecutions;
import dev.millrace.orchestrator.host.book.RunningExecutions.Running;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.KafkaException;

/**
 * Cancels the executions of versions that were disabled or deleted with the wish to do so. All hosts do it, and each does
 * it again after its start; cancelling what has ended is harmless.
 */
final class RunningCancels {
    static final Duration PERIOD = Duration.ofSeconds(1);

    /** Executions whose start is on Kafka, but not in the book yet, are found by a later look. */
    private static final Duration LOOKING = Duration.ofSeconds(10);

    private static final String PART = "cancelling executions of disabled workflows";

    private final Database database;
    private final Outbox outbox;
    private final Topics topics;
    private final HostStatus status;
    private final InstantSource clock;
    private final Map<String, Wanted> wanted = new ConcurrentHashMap<>();

    private record Wanted(CancelRunning cancel, Instant until) {}

    RunningCancels(Database database, Outbox outbox, Topics topics, HostStatus status, InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        this.topics = topics;
        this.status = status;
        this.clock = clock;
    }

    void note(WorkflowVersion version) {
        if (version.cancelRunning() != null) {
            wanted.put(
                    version.id(),
                    new Wanted(version.cancelRunning(), clock.instant().plus(LOOKING)));
        }
    }

    void sweep() {
        if (wanted.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var looked = Map.copyOf(wanted);
        try {
            outbox.send(RunningExecutions.of(database, looked.keySet()).stream()
                    .filter(one -> one.causedAt()
                            .isBefore(looked.get(one.workflowId()).cancel().before()))
                    .map(one ->
                            cancel(one, looked.get(one.workflowId()).cancel().by()))
                    .map(cancel -> Messages.record(topics.executionCommands(), cancel.executionId(), cancel))
                    .toList());
            looked.forEach((id, one) -> {
                if (one.until().isBefore(now)) {
                    wanted.remove(id, one);
                }
            });
            status.working(PART);
        } catch (DatabaseUnavailableException | KafkaException e) {
            status.failing(PART, e.getMessage());
        }
    }

    private static ExecutionCommand.Cancel cancel(Running running, String by) {
        var why = "Workflow version %s was disabled or deleted, and its executions were cancelled"
                .formatted(running.workflowId());
        return new ExecutionCommand.Cancel(running.id(), by, null, new EndReason(EndReason.MANUAL_CANCEL, by, why));
    }
}
