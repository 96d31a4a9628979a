package dev.millrace.benchmarks.report;

import static dev.millrace.benchmarks.measure.Samples.figure;
import static dev.millrace.benchmarks.measure.Samples.results;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millrace.benchmarks.measure.Figure.Manner;
import dev.millrace.benchmarks.measure.Results.Failure;
import dev.millrace.benchmarks.measure.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {
    private static final Instant MEASURED_AT = Instant.parse("2026-05-04T03:02:01Z");
    private static final Machine MACHINE = new Machine("Quick 9000", 2, 1024, "Linux", "Java 17");

    @TempDir
    private Path folder;

    @Test
    void shouldWriteTheFiguresOfTheTable() throws IOException {
        // given
        var figure = figure("W2", 2_500, Manner.MANY, new Target.ShareOfCommits(1));
        var file = folder.resolve("figures.json");

        // when
        JsonReport.write(file, results(List.of(figure), new Failure("W6", "lost")), MACHINE, MEASURED_AT);

        // then
        assertThat(read(Files.readString(file))).isEqualTo(read("""
                {"measuredAt": "2026-05-04T03:02:01Z",
                 "machine": {"processor": "Quick 9000", "cores": 2, "memoryBytes": 1024, "system": "Linux", "java": "Java 17"},
                 "baselines": [
                   {"id": "loop one", "title": "sample", "p50Ms": 8.25, "p99Ms": 1234.5, "rate": 500.0, "unit": "things",
                    "ofBareLoop": 1.0, "ofCommits": 0.25, "target": "", "verdict": "none"},
                   {"id": "loop", "title": "sample", "p50Ms": 8.25, "p99Ms": 1234.5, "rate": 10000.0, "unit": "things",
                    "ofBareLoop": 1.0, "ofCommits": 5.0, "target": "", "verdict": "none"},
                   {"id": "commits", "title": "sample", "p50Ms": 8.25, "p99Ms": 1234.5, "rate": 2000.0, "unit": "things",
                    "ofBareLoop": 0.2, "ofCommits": 1.0, "target": "", "verdict": "none"}],
                 "workloads": [
                   {"id": "W2", "title": "sample", "p50Ms": 8.25, "p99Ms": 1234.5, "rate": 2500.0, "unit": "things",
                    "ofBareLoop": 0.25, "ofCommits": 1.25, "target": "at least 1.00 of commits", "verdict": "met"}],
                 "failures": [{"workload": "W6", "reason": "lost"}]}"""));
    }

    @Test
    void shouldKnowTheMachine() {
        // when
        var machine = Machine.here();

        // then
        assertThat(machine.processor()).isNotBlank();
        assertThat(machine.cores()).isPositive();
        assertThat(machine.memoryBytes()).isPositive();
        assertThat(machine.java()).contains(System.getProperty("java.version"));
    }

    private static JsonNode read(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
