package dev.millrace.orchestrator.api;

import static dev.millrace.orchestrator.api.Service.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.messaging.Messages;
import dev.millrace.model.message.ExecutionEvent;
import dev.millrace.model.message.ExecutionIds;
import dev.millrace.model.status.ExecutionStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class LiveApiTest {
    private static final SplittableRandom RANDOM = new SplittableRandom();

    @TestHTTPResource("/api/executions/")
    URI executions;

    @BeforeEach
    void ready() {
        Service.awaitReady();
    }

    /** What an open connection has received so far. */
    private static final class Stream implements AutoCloseable {
        private final InputStream body;
        private final StringBuilder text = new StringBuilder();

        private Stream(InputStream body) {
            this.body = body;
        }

        static Stream of(URI uri) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(uri)
                    .header("Authorization", "Bearer " + Infrastructure.token("olga", "operator"))
                    .build();
            var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            return new Stream(response.body());
        }

        String text() {
            try {
                text.append(new String(body.readNBytes(body.available()), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return text.toString();
        }

        Stream awaitOpen() {
            await().atMost(Service.PATIENCE).until(this::text, text -> text.contains(":open\n"));
            return this;
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private static String randomId() {
        return ExecutionIds.random(Instant.now(), RANDOM);
    }

    private static String happens(String id) {
        Service.send(Messages.record(
                TOPICS.executionEvents(),
                id,
                new ExecutionEvent(id, "w", "w", 1, ExecutionStatus.STARTED, null, List.of(), Instant.now())));
        return id;
    }

    @Test
    void shouldTellWhatHappensAsSoonAsTheStreamIsOpen() throws Exception {
        try (var stream = Stream.of(executions.resolve("events")).awaitOpen()) {
            // when
            var id = happens(randomId());

            // then
            await().atMost(Service.PATIENCE).until(stream::text, text -> text.contains(id));
            assertThat(stream.text()).contains("data:{\"executionId\":\"" + id + "\"");
        }
    }

    @Test
    void shouldOpenForWhoComesLaterToo() throws Exception {
        try (var first = Stream.of(executions.resolve("events")).awaitOpen();
                var second = Stream.of(executions.resolve("events")).awaitOpen()) {
            // when
            var id = happens(randomId());

            // then
            await().atMost(Service.PATIENCE).until(first::text, text -> text.contains(id));
            await().atMost(Service.PATIENCE).until(second::text, text -> text.contains(id));
        }
    }

    @Test
    void shouldTellOfOneExecutionOnly() throws Exception {
        // given
        var id = randomId();
        try (var all = Stream.of(executions.resolve("events")).awaitOpen();
                var one = Stream.of(executions.resolve(id + "/events")).awaitOpen()) {
            var other = happens(randomId());
            await().atMost(Service.PATIENCE).until(all::text, text -> text.contains(other));

            // when
            happens(id);

            // then
            await().atMost(Service.PATIENCE).until(one::text, text -> text.contains(id));
            assertThat(one.text()).doesNotContain(other);
        }
    }
}
