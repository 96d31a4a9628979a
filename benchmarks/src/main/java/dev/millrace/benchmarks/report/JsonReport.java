package dev.millrace.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Results;
import dev.millrace.benchmarks.micro.MicroFigure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The same figures as the table, unrounded, for machines. */
public final class JsonReport {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonReport() {}

    public static void write(Path file, Results results, Machine machine, Instant measuredAt) {
        write(file, render(results, machine, measuredAt));
    }

    private static void write(Path file, ObjectNode report) {
        try {
            Files.writeString(file, report.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to write " + file + ", but " + e.getMessage(), e);
        }
    }

    /** The micro-benchmarks: title, value, unit, bound, verdict. */
    public static void writeMicro(Path file, List<MicroFigure> figures, Machine machine, Instant measuredAt) {
        var report = head(machine, measuredAt);
        var micro = report.putArray("micro");
        figures.forEach(figure -> micro.addObject()
                .put("title", figure.title())
                .put("value", figure.value())
                .put("unit", figure.unit())
                .put("bound", figure.bound())
                .put("verdict", figure.met() ? "met" : "missed"));
        write(file, report);
    }

    private static ObjectNode head(Machine machine, Instant measuredAt) {
        var report = MAPPER.createObjectNode();
        report.put("measuredAt", measuredAt.toString());
        report.set("machine", MAPPER.valueToTree(machine));
        return report;
    }

    static ObjectNode render(Results results, Machine machine, Instant measuredAt) {
        var report = head(machine, measuredAt);
        var baselines = report.putArray("baselines");
        baselines.add(figure(results.bareLoopOne(), results));
        baselines.add(figure(results.bareLoop(), results));
        baselines.add(figure(results.commits(), results));
        var workloads = report.putArray("workloads");
        results.figures().forEach(figure -> workloads.add(figure(figure, results)));
        report.set("failures", MAPPER.valueToTree(results.failures()));
        return report;
    }

    private static ObjectNode figure(Figure figure, Results results) {
        return MAPPER.createObjectNode()
                .put("id", figure.id())
                .put("title", figure.title())
                .put("p50Ms", figure.latency().p50())
                .put("p99Ms", figure.latency().p99())
                .put("rate", figure.rate())
                .put("unit", figure.unit())
                .put("ofBareLoop", results.ofBareLoop(figure))
                .put("ofCommits", results.ofCommits(figure))
                .put("target", figure.target().text())
                .put("verdict", figure.target().judge(figure, results).name().toLowerCase(Locale.ROOT));
    }
}
