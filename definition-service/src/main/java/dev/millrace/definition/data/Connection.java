package dev.millrace.definition.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.datasources.DataSource;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a data source answers.
 *
 * @param detail why it does not, one sentence; null when it does
 * @param latencyMs how long the answer took; null without one
 */
@Schema(name = "DataSourceConnection")
@JsonInclude(JsonInclude.Include.ALWAYS)
record Connection(
        @JsonProperty("state") State state,
        @JsonProperty("detail") String detail,
        @JsonProperty("latencyMs") Long latencyMs) {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    enum State {
        CONNECTED,
        UNREACHABLE
    }

    /** Asks the database; answers within three seconds and never fails. */
    static Uni<Connection> ask(DataSource source) {
        long asked = System.nanoTime();
        return Uni.createFrom()
                .completionStage(source::ping)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(pong -> new Connection(
                        State.CONNECTED,
                        null,
                        Duration.ofNanos(System.nanoTime() - asked).toMillis()))
                .onFailure()
                .recoverWithItem(failure -> new Connection(State.UNREACHABLE, sentence(failure), null));
    }

    private static String sentence(Throwable failure) {
        return failure instanceof TimeoutException
                ? "Expected the database to answer within %d s, but it did not".formatted(PATIENCE.toSeconds())
                : failure.getMessage();
    }
}
