package dev.millrace.orchestrator.host;

import dev.millrace.orchestrator.host.book.DatabaseUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/** One thread that advances the executions of its partitions: poll, serve, commit, over and over. */
final class HostLoop implements Runnable, ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(HostLoop.class);
    private static final Duration IDLE = Duration.ofSeconds(2);

    /**
     * For what has come since the records at hand were fetched. Kafka answers a fetch with the first record that comes, which
     * is then as old as the turn before: without a second look every other turn served a record or two.
     */
    private static final Duration NEWS = Duration.ofMillis(2);

    private static final Duration BEFORE_COMMIT = Duration.ofMillis(250);

    private final String name;
    private final Consumer<String, byte[]> consumer;
    private final List<String> topics;
    private final ExecutionCache cache;
    private final Turn turn;
    private final Metrics metrics;
    private final HostStatus status;
    private final Offsets offsets;
    /** Polled, and not served yet; what a rebalance takes away goes from here. */
    private final List<ConsumerRecord<String, byte[]>> arrived = new ArrayList<>();

    /** Served, but what follows from it may not be on Kafka yet. */
    private List<ConsumerRecord<String, byte[]>> unsettled = List.of();

    private volatile boolean closed;

    HostLoop(String name, Consumer<String, byte[]> consumer, HostParts parts, ExecutionCache cache) {
        this.name = name;
        this.consumer = consumer;
        this.topics = parts.topics().drivingExecutions();
        this.cache = cache;
        this.turn = new Turn(parts, cache);
        this.metrics = parts.metrics();
        this.status = parts.status();
        this.offsets = new Offsets(consumer);
    }

    @Override
    public void run() {
        consumer.subscribe(topics, this);
        while (!closed) {
            try {
                cycle();
                status.working(name);
            } catch (WakeupException | InterruptException e) {
                LOG.debugf("%s was woken up", name);
            } catch (KafkaException e) {
                status.failing(name, "Expected Kafka to answer, but: " + e.getMessage());
            }
        }
        finish();
    }

    private void cycle() {
        var batch = arrivals();
        if (batch.isEmpty()) {
            settleOrWait();
        } else if (serve(batch)) {
            offsets.served(unsettled);
            unsettled = batch;
        }
        offsets.commitIfDue();
    }

    private List<ConsumerRecord<String, byte[]>> arrivals() {
        var wait = waiting();
        consumer.poll(wait).forEach(arrived::add);
        if (wait.isZero() && !arrived.isEmpty()) {
            consumer.poll(NEWS).forEach(arrived::add);
        }
        var batch = List.copyOf(arrived);
        arrived.clear();
        return batch;
    }

    private Duration waiting() {
        if (!arrived.isEmpty() || !unsettled.isEmpty()) {
            return Duration.ZERO;
        }
        return offsets.isEmpty() ? IDLE : BEFORE_COMMIT;
    }

    private void settleOrWait() {
        try {
            settle();
        } catch (DatabaseUnavailableException e) {
            status.failing(name, e.getMessage());
            keepMembership(new Backoff().next());
        }
    }

    private void settle() {
        turn.settle();
        offsets.served(unsettled);
        unsettled = List.of();
    }

    /** @return whether the batch was served, and with it the one before settled; it was not only when the host closes */
    private boolean serve(List<ConsumerRecord<String, byte[]>> batch) {
        var backoff = new Backoff();
        while (!closed) {
            try {
                metrics.turn(batch.size(), () -> turn.serve(batch));
                status.working(name);
                return true;
            } catch (DatabaseUnavailableException | KafkaException e) {
                status.failing(name, e.getMessage());
            } catch (RuntimeException e) {
                // A bug outside the engine. The batch stays: losing it silently would be worse than standing still by
                // name.
                LOG.errorf(e, "%s failed, will try the batch again", name);
                status.failing(name, "Expected to serve a batch, but " + e);
            }
            keepMembership(backoff.next());
        }
        return false;
    }

    /** Waits without being put out of the group. What other partitions bring after a rebalance is served later. */
    private void keepMembership(Duration wait) {
        long until = System.nanoTime() + wait.toNanos();
        try {
            for (long left = wait.toNanos(); left > 0 && !closed; left = until - System.nanoTime()) {
                consumer.pause(consumer.assignment());
                consumer.poll(Duration.ofNanos(left)).forEach(arrived::add);
            }
        } catch (KafkaException e) {
            LOG.debugf("While waiting: %s", e.getMessage());
        }
        consumer.resume(consumer.assignment());
    }

    /** What cannot be settled is not committed: it comes again, here or elsewhere. */
    private void settleQuietly() {
        try {
            settle();
        } catch (DatabaseUnavailableException | KafkaException e) {
            LOG.infof(
                    "What followed from the last turn may not be on Kafka, its records will come again: %s",
                    e.getMessage());
        }
    }

    private void finish() {
        settleQuietly();
        offsets.commitNow(consumer.assignment());
        consumer.close();
    }

    void close() {
        closed = true;
        consumer.wakeup();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        settleQuietly();
        offsets.commitNow(partitions);
        forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        offsets.forget(partitions);
        forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
        var numbers = partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        cache.forgetPartitions(numbers);
        arrived.removeIf(record -> numbers.contains(record.partition()));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        LOG.debugf("%s serves %s", name, partitions);
    }
}
