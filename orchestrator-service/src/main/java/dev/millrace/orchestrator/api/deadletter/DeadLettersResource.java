package dev.millrace.orchestrator.api;

import dev.millrace.orchestrator.host.HostBean;
import dev.millrace.rest.Page;
import dev.millrace.rest.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The records that could not be served, newest first, read from their topic. */
@Path("/api/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.OPERATOR})
public class DeadLettersResource {
    private static final int MAX_LIMIT = 200;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST_READ = Duration.ofSeconds(5);

    private final HostBean host;

    DeadLettersResource(HostBean host) {
        this.host = host;
    }

    @GET
    @Blocking
    public Page<DeadLetterView> list(@QueryParam("limit") @DefaultValue("50") int limit) {
        int wanted = Math.max(1, Math.min(limit, MAX_LIMIT));
        try (var consumer =
                new KafkaConsumer<>(host.kafka().reader(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var letters = read(consumer, wanted);
            letters.sort(Comparator.comparing(DeadLetterView::at).reversed());
            return new Page<>(List.copyOf(letters.subList(0, Math.min(wanted, letters.size()))), null);
        }
    }

    private List<DeadLetterView> read(Consumer<String, byte[]> consumer, int limit) {
        var topic = host.topics().deadLetters();
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        var first = consumer.beginningOffsets(partitions);
        var end = consumer.endOffsets(partitions);
        partitions.forEach(
                partition -> consumer.seek(partition, Math.max(first.get(partition), end.get(partition) - limit)));
        var letters = new ArrayList<DeadLetterView>();
        long until = System.nanoTime() + LONGEST_READ.toNanos();
        while (isBehind(consumer, end) && System.nanoTime() < until) {
            consumer.poll(POLL).forEach(letter -> letters.add(0, DeadLetterView.of(letter)));
        }
        return letters;
    }

    private static boolean isBehind(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> end) {
        return end.entrySet().stream().anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue());
    }
}
