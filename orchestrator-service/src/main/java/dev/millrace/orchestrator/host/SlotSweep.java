package dev.millrace.orchestrator.host;

import dev.millrace.messaging.Messages;
import dev.millrace.model.message.Topics;
import dev.millrace.orchestrator.host.book.Database;
import dev.millrace.orchestrator.host.book.DatabaseUnavailableException;
import dev.millrace.orchestrator.host.book.SlotRepair;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;

/** Tells executions again what was decided about their slots, in case a host crashed between deciding and telling. */
final class SlotSweep {
    static final Duration PERIOD = Duration.ofSeconds(2);

    private static final Duration ON_THE_WAY = Duration.ofSeconds(3);
    private static final String PART = "slots of limited workflows";

    private final SlotRepair repair;
    private final Outbox outbox;
    private final Topics topics;
    private final HostStatus status;

    SlotSweep(Database database, Outbox outbox, Topics topics, HostStatus status) {
        this.repair = new SlotRepair(database);
        this.outbox = outbox;
        this.topics = topics;
        this.status = status;
    }

    void sweep() {
        try {
            outbox.send(repair.untold(ON_THE_WAY).stream()
                    .map(SlotNews::command)
                    .map(command -> Messages.record(topics.executionCommands(), command.executionId(), command))
                    .toList());
            status.working(PART);
        } catch (DatabaseUnavailableException | KafkaException e) {
            status.failing(PART, e.getMessage());
        }
    }
}
