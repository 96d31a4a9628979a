package dev.millrace.benchmarks.micro;

import dev.millrace.orchestrator.engine.Advance;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A fresh JVM makes the languages and an engine, compiles a workflow and runs it to its end. The JavaScript libraries, which
 * take seconds to load, are no part of that: nobody waits for them before an expression needs them.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(5)
public class StartBenchmark {
    @Benchmark
    public Advance firstExecution() {
        var graph = EngineBench.graph(EngineBench.node(
                "c",
                "calculation",
                "{\"engine\": \"math.js\", \"expression\": \"{{$context.data.price}} * 2\"}",
                null));
        return new EngineBench().start(graph);
    }
}
