package dev.millrace.definition.outbox;

import dev.millrace.definition.background.BackgroundLoop;
import dev.millrace.definition.kafka.DefinitionKafka;
import dev.millrace.messaging.Messages;
import dev.millrace.rest.ProblemException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Publishes the outbox, in the order of the sequence: at once when a change asks for it, and every now and then for what a crash
 * left over. See {@code docs/adr/0003-outbox-relay.md}.
 */
@ApplicationScoped
public class OutboxRelay {
    /** Another instance is publishing: its rows are gone in a moment. */
    private static final Duration OTHERS_TURN = Duration.ofMillis(20);

    private final AgroalDataSource dataSource;
    private final DefinitionKafka kafka;
    private final Duration patience;
    private final Duration sweep;
    private final LinkedBlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final List<Asked> waiting = new ArrayList<>();
    private final BackgroundLoop loop = new BackgroundLoop("publish definitions", this::turn);
    private Producer<String, byte[]> producer;
    private OutboxBatches batches;

    private record Asked(long sequence, CompletableFuture<Void> done) {}

    OutboxRelay(
            AgroalDataSource dataSource,
            DefinitionKafka kafka,
            @ConfigProperty(name = "millrace.definition.publish-wait") Duration patience,
            @ConfigProperty(name = "millrace.definition.outbox-sweep") Duration sweep) {
        this.dataSource = dataSource;
        this.kafka = kafka;
        this.patience = patience;
        this.sweep = sweep;
    }

    public void start() {
        producer = kafka.producer();
        batches = new OutboxBatches(
                dataSource, row -> producer.send(Messages.record(kafka.definitions(), row.key(), row.message())));
        loop.start();
    }

    public void stop() {
        loop.stop(() -> producer.close());
    }

    /** Why nothing is published; empty while it is. */
    public Optional<String> failing() {
        return loop.failing();
    }

    /**
     * Returns once the committed change with this number is on Kafka.
     *
     * @throws ProblemException 503 when that takes too long; the change is kept and published later
     */
    public void awaitPublished(long sequence) {
        var done = new CompletableFuture<Void>();
        asked.add(new Asked(sequence, done));
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            done.cancel(false);
            throw late();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late();
        }
    }

    private ProblemException late() {
        return ProblemException.of(
                503,
                "not_published_yet",
                "Expected the change to be on Kafka within %d ms, but it is not yet; it is saved and takes effect once Kafka is back"
                        .formatted(patience.toMillis()));
    }

    private void turn() throws SQLException, InterruptedException {
        var first = asked.poll((waiting.isEmpty() ? sweep : OTHERS_TURN).toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            waiting.add(first);
            asked.drainTo(waiting);
        }
        try {
            batches.publishAll();
            answer();
        } finally {
            // Answered, or gone: what they waited for is published all the same.
            waiting.removeIf(one -> one.done().isDone());
        }
    }

    private void answer() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        var left = batches.left(waiting.stream().map(Asked::sequence).toList());
        waiting.stream().filter(one -> !left.contains(one.sequence())).forEach(one -> one.done()
                .complete(null));
    }
}
