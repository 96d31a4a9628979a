package dev.millrace.worker.runtime;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Hands out the records of whole polls, a bounded number at a time, and acknowledges a poll once all of its records are
 * served. One message for each poll instead of one for each record: a third of what a short step cost was the way of its
 * message through the operators of the channel.
 */
final class StepQueue implements Flow.Subscriber<Message<?>> {
    private static final Logger LOG = Logger.getLogger(StepQueue.class);

    private final Context context;
    private final int concurrency;
    private final Function<ConsumerRecord<String, byte[]>, CompletionStage<Void>> server;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private Flow.Subscription subscription;
    private int running;
    private boolean awaitingPoll;

    private record Waiting(ConsumerRecord<String, byte[]> record, Poll poll) {}

    private record Poll(Message<?> message, AtomicInteger left) {
        void served() {
            if (left.decrementAndGet() == 0) {
                message.ack();
            }
        }
    }

    /**
     * @param server serves one record; a stage that fails stops the channel
     * @param concurrency how many records are served at the same time, 1 or more
     */
    StepQueue(Vertx vertx, int concurrency, Function<ConsumerRecord<String, byte[]>, CompletionStage<Void>> server) {
        this.context = vertx.getOrCreateContext();
        this.concurrency = concurrency;
        this.server = server;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        awaitNextPoll();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void onNext(Message<?> message) {
        IncomingKafkaRecordBatchMetadata<String, byte[]> polled = message.getMetadata(
                        IncomingKafkaRecordBatchMetadata.class)
                .orElseThrow(
                        () -> new IllegalStateException("Expected what one poll brought, but the message has none"));
        var poll = new Poll(message, new AtomicInteger(polled.getRecords().count()));
        synchronized (this) {
            awaitingPoll = false;
            polled.getRecords().forEach(record -> waiting.add(new Waiting(record, poll)));
        }
        serveWaiting();
    }

    private void serveWaiting() {
        for (var next = next(); next.isPresent(); next = next()) {
            serve(next.get());
        }
        awaitNextPoll();
    }

    private synchronized Optional<Waiting> next() {
        if (running >= concurrency || waiting.isEmpty()) {
            return Optional.empty();
        }
        running++;
        return Optional.of(waiting.poll());
    }

    private void serve(Waiting next) {
        // What throws fails like what fails.
        CompletableFuture.completedStage(next.record()).thenCompose(server).whenComplete((done, failure) -> {
            if (failure == null) {
                next.poll().served();
            } else {
                next.poll().message().nack(failure);
            }
            if (ended()) {
                context.runOnContext(freed -> serveWaiting());
            }
        });
    }

    /** Whether there is something to do with the place that is free now. */
    private synchronized boolean ended() {
        running--;
        return !waiting.isEmpty() || !awaitingPoll;
    }

    private void awaitNextPoll() {
        synchronized (this) {
            if (awaitingPoll || !waiting.isEmpty() || running >= concurrency) {
                return;
            }
            awaitingPoll = true;
        }
        subscription.request(1);
    }

    @Override
    public void onError(Throwable failure) {
        LOG.error("Expected commands to go on, but their channel failed", failure);
    }

    @Override
    public void onComplete() {
        LOG.debug("No more commands come");
    }
}
