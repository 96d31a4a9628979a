package dev.millrace.benchmarks.micro;

import dev.millrace.model.json.Json;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.Advance;
import dev.millrace.orchestrator.engine.Input;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One advance: a step's result comes, one calculation on it and on the context runs, the execution ends. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AdvanceBenchmark {
    private EngineBench bench;
    private WorkflowGraph graph;
    private ExecutionState state;
    private Input input;

    @Setup
    public void start() {
        bench = new EngineBench();
        graph = EngineBench.graph(
                EngineBench.node("w", "work", "{}", null),
                EngineBench.node(
                        "c",
                        "calculation",
                        "{\"engine\": \"math.js\", \"expression\": \"{{$jobsMapByNodeKey.w.n}} *"
                                + " {{$context.data.price}}\"}",
                        "w"));
        state = ExecutionState.created(bench.start(graph).changes().orElseThrow());
        input = new Input.StepEnded(new StepResult(
                EngineBench.EXECUTION,
                EngineBench.EXECUTION + ".1",
                1,
                JobStatus.RESOLVED,
                Json.parse("{\"n\": 4}"),
                null,
                null));
        if (!advance().changes().orElseThrow().header().status().ended()) {
            throw new IllegalStateException("Expected the execution to end, but it did not");
        }
    }

    @Benchmark
    public Advance advance() {
        return bench.engine().advance(state, input, graph, EngineBench.NOW);
    }
}
