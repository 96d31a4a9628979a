package dev.millrace.benchmarks.micro;

import dev.millrace.model.message.ExecutionCommand.Proceed;
import dev.millrace.orchestrator.engine.Input;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * 100,000 passes of a loop around one calculation, state and turns included: as many executions as that takes, so that each
 * length does the same work, with the same garbage, and the times can be compared.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LoopBenchmark {
    private static final int ALL_PASSES = 100_000;

    /** Of one loop. */
    @Param({"100", "1000", "10000", "100000"})
    private int passes;

    private EngineBench bench;
    private WorkflowGraph graph;

    @Setup
    public void compile() {
        bench = new EngineBench();
        graph = EngineBench.graph(
                EngineBench.node("each", "loop", "{\"target\": " + passes + "}", null),
                EngineBench.inBranch(
                        "c",
                        "calculation",
                        "{\"engine\": \"math.js\", \"expression\": \"{{$scopes.each.item}} +"
                                + " {{$context.data.amount}}\"}",
                        "each"));
        var header = run().header();
        if (!header.status().ended() || header.lastSequence() != 1 + passes) {
            throw new IllegalStateException("Expected %d jobs at the end, but there are %d, and it is %s"
                    .formatted(1 + passes, header.lastSequence(), header.status()));
        }
    }

    @Benchmark
    @OperationsPerInvocation(ALL_PASSES)
    public ExecutionState perPass() {
        ExecutionState last = null;
        for (int done = 0; done < ALL_PASSES; done += passes) {
            last = run();
        }
        return last;
    }

    private ExecutionState run() {
        var state = ExecutionState.created(bench.start(graph).changes().orElseThrow());
        while (!state.header().status().ended()) {
            var proceed = new Input.Steer(
                    new Proceed(EngineBench.EXECUTION, state.header().advance()));
            state.apply(bench.engine()
                    .advance(state, proceed, graph, EngineBench.NOW)
                    .changes()
                    .orElseThrow());
        }
        return state;
    }
}
