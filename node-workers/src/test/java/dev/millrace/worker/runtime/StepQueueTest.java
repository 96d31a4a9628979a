package dev.millrace.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepQueueTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<CompletableFuture<Void>> begun = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final AtomicLong requested = new AtomicLong();
    private final StepQueue queue = new StepQueue(vertx, 3, this::serve);

    @BeforeEach
    void subscribe() {
        queue.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long polls) {
                requested.addAndGet(polls);
            }

            @Override
            public void cancel() {
                throw new AssertionError("Expected the channel to stay open");
            }
        });
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void shouldAcknowledgeAPollOnceAllOfItIsServed() {
        // given
        queue.onNext(poll("first", 2));

        // when
        begun.get(1).complete(null);

        // then
        assertThat(done).isEmpty();

        // when
        begun.get(0).complete(null);

        // then
        assertThat(done).containsExactly("first acknowledged");
    }

    @Test
    void shouldAcknowledgeLaterPollsBeforeASlowStepOfAnEarlierOne() {
        // given
        queue.onNext(poll("slow", 1));
        queue.onNext(poll("quick", 1));

        // when
        begun.get(1).complete(null);

        // then
        assertThat(done).containsExactly("quick acknowledged");
    }

    @Test
    void shouldAskForAPollOnlyWhenAPlaceIsFreeAndNothingWaits() {
        // when
        queue.onNext(poll("large", 5));

        // then: three are begun, two wait
        assertThat(begun).hasSize(3);
        assertThat(requested).hasValue(1);

        // when
        begun.get(0).complete(null);
        begun.get(1).complete(null);

        // then: the last two fill the places
        await().until(() -> begun.size() == 5);
        assertThat(requested).hasValue(1);

        // when
        begun.get(2).complete(null);

        // then
        await().until(() -> requested.get() == 2);
    }

    @Test
    void shouldRefuseAPollThatCannotBeServedAndGoOn() {
        // given
        queue.onNext(poll("faulty", 1));

        // when
        begun.get(0).completeExceptionally(new IllegalStateException("no"));
        queue.onNext(poll("next", 1));
        begun.get(1).complete(null);

        // then
        assertThat(done).containsExactly("faulty refused", "next acknowledged");
    }

    private CompletionStage<Void> serve(ConsumerRecord<String, byte[]> record) {
        var step = new CompletableFuture<Void>();
        begun.add(step);
        return step;
    }

    private Message<List<byte[]>> poll(String name, int size) {
        var partition = new TopicPartition("commands", 0);
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (int i = 0; i < size; i++) {
            records.add(new ConsumerRecord<>(partition.topic(), partition.partition(), i, "key", new byte[0]));
        }
        var polled = new ConsumerRecords<>(Map.of(partition, List.copyOf(records)), Map.of());
        return Message.of(List.<byte[]>of())
                .withMetadata(Metadata.of(new IncomingKafkaRecordBatchMetadata<>(polled, "commands", Map.of())))
                .withAck(() -> told(name + " acknowledged"))
                .withNack(reason -> told(name + " refused"));
    }

    private CompletionStage<Void> told(String what) {
        done.add(what);
        return CompletableFuture.completedStage(null);
    }
}
