package dev.millrace.orchestrator.engine.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was under way when an execution ended badly: exactly what a retry goes on with.
 *
 * @param again sequences of the jobs that are to be tried again: what failed, and what was ended with it
 * @param open jobs that hold branches and wait for them again
 * @param tasks what was yet to be run, in the form of {@link Header#resumePoint}; or null
 */
public record Unfinished(
        @JsonProperty("again") List<Integer> again,
        @JsonProperty("open") List<Open> open,
        @JsonProperty("tasks") JsonNode tasks) {

    public Unfinished {
        again = again == null ? List.of() : List.copyOf(again);
        open = open == null ? List.of() : List.copyOf(open);
    }

    /** @param result how far the job had come before its branch failed; null where that is what it ended with */
    public record Open(
            @JsonProperty("sequence") int sequence,
            @JsonProperty("result") JsonNode result) {}

    /** The sequences of all jobs that are concerned. */
    public List<Integer> jobs() {
        return Stream.concat(again.stream(), open.stream().map(Open::sequence))
                .sorted()
                .toList();
    }
}
