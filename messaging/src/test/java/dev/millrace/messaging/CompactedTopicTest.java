package dev.millrace.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.model.json.Json;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.Topics;
import dev.millrace.testing.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class CompactedTopicTest {
    private final KafkaSettings settings =
            new KafkaSettings(TestInfrastructure.kafka().bootstrapServers());

    @Test
    void shouldKnowEveryRecordThatWasThereWhenAskedToCatchUp() throws Exception {
        // given
        var topic = "followed";
        new TopicSetup(settings).ensure(List.of(TopicSetup.Wanted.compacted(topic)));
        var known = new ConcurrentHashMap<String, String>();
        try (var producer =
                        new KafkaProducer<>(settings.producer(), new StringSerializer(), new ByteArraySerializer());
                var followed = CompactedTopic.follow(settings, topic, in -> known.put(in.key(), text(in)))) {
            for (int i = 0; i < 200; i++) {
                // when
                producer.send(Messages.record(topic, "key" + i % 7, i)).get();
                followed.catchUp().toCompletableFuture().get(10, TimeUnit.SECONDS);

                // then
                assertThat(known).containsEntry("key" + i % 7, String.valueOf(i));
            }
        }
    }

    @Test
    void shouldGoOnAfterAListenerThatThrows() throws Exception {
        // given
        var topic = "thrown-at";
        new TopicSetup(settings).ensure(List.of(TopicSetup.Wanted.compacted(topic)));
        var known = ConcurrentHashMap.newKeySet();
        try (var producer =
                        new KafkaProducer<>(settings.producer(), new StringSerializer(), new ByteArraySerializer());
                var followed = CompactedTopic.follow(settings, topic, in -> {
                    if (in.key().equals("bad")) {
                        throw new IllegalStateException("bad");
                    }
                    known.add(in.key());
                })) {
            // when
            producer.send(Messages.record(topic, "bad", 1)).get();
            producer.send(Messages.record(topic, "good", 1)).get();
            followed.catchUp().toCompletableFuture().get(10, TimeUnit.SECONDS);

            // then
            assertThat(known).containsExactly("good");
        }
    }

    @Test
    void shouldRefuseWhatItCannotRead() {
        // given
        var broken = new ConsumerRecord<>("t", 0, 7, "k", "{\"kind\":".getBytes(StandardCharsets.UTF_8));
        var unknownKind =
                new ConsumerRecord<>("t", 0, 7, "k", Json.bytes(Json.object().put("kind", "dance")));
        var newer = new ConsumerRecord<>("t", 0, 7, "k", Json.bytes(Json.object()));
        newer.headers().add(Topics.VERSION_HEADER, new byte[] {'9'});

        // then
        for (var record : List.of(broken, unknownKind, newer)) {
            assertThatThrownBy(() -> Messages.decode(record, ExecutionCommand.class))
                    .isInstanceOf(UndecodableRecordException.class)
                    .hasMessageStartingWith("Expected a ExecutionCommand");
        }
    }

    private static String text(ConsumerRecord<String, byte[]> in) {
        return new String(in.value(), StandardCharsets.UTF_8);
    }
}
