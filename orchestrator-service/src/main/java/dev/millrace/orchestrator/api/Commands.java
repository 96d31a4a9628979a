package dev.millrace.orchestrator.api;

import dev.millrace.messaging.Messages;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.orchestrator.host.HostBean;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** Puts commands on Kafka, and looks whether they have been taken. */
@ApplicationScoped
public class Commands {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    private final Executions executions;
    private final HostBean host;

    /** Sending blocks and looking again waits, both on other threads; Hibernate Reactive reads on event loops only. */
    private final Executor onEventLoop;

    Commands(Executions executions, HostBean host, Vertx vertx) {
        this.executions = executions;
        this.host = host;
        this.onEventLoop = command -> VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext())
                .runOnContext(ignored -> command.run());
    }

    /** Done once Kafka has acknowledged all of them. */
    Uni<Void> send(List<? extends ExecutionCommand> commands) {
        var topic = host.topics().executionCommands();
        var records = commands.stream()
                .map(command -> Messages.record(topic, command.executionId(), command))
                .toList();
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultExecutor())
                .invoke(() -> host.outbox().send(records));
    }

    /** The execution as soon as it is as it should be, or as it is after two seconds. */
    Uni<Optional<SteeringTarget>> await(UUID id, Predicate<Optional<SteeringTarget>> done) {
        long until = System.nanoTime() + LONGEST_LOOK.toNanos();
        return executions
                .target(id)
                .runSubscriptionOn(onEventLoop)
                .repeat()
                .withDelay(LOOK_AGAIN)
                .whilst(found -> !done.test(found) && System.nanoTime() < until)
                .collect()
                .last();
    }
}
