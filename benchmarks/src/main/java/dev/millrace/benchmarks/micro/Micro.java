package dev.millrace.benchmarks.micro;

import dev.millrace.benchmarks.BenchFailure;
import dev.millrace.benchmarks.Console;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@code ./millrace bench --micro}: the micro-benchmarks of the engine, each in a JVM of its own. */
public final class Micro {
    private static final double ADVANCE_MICROS = 20;
    private static final double EXPRESSION_MICROS = 5;
    /** Loading a library takes some times as long. */
    private static final double START_MILLIS = 2_000;
    /** The longest loop may cost so much more for each pass than the shortest. */
    private static final double LOOP_GROWTH = 1.2;

    private static final int LOOP_JVMS = 3;
    private static final int WARM_UPS = 5;
    private static final int MEASURED = 5;

    private Micro() {}

    /** @param iteration how long one iteration takes; there are {@value #WARM_UPS} to warm up and {@value #MEASURED} that count */
    public static List<MicroFigure> run(Duration iteration) {
        var each = TimeValue.milliseconds(iteration.toMillis());
        var figures = new ArrayList<MicroFigure>();
        figures.add(
                of("one advance with one calculation", score(AdvanceBenchmark.class, "advance", each), ADVANCE_MICROS));
        figures.add(of("an expression, math.js", score(ExpressionBenchmark.class, "mathJs", each), EXPRESSION_MICROS));
        figures.add(of(
                "an expression, formula.js", score(ExpressionBenchmark.class, "formulaJs", each), EXPRESSION_MICROS));
        figures.add(new MicroFigure(
                "engine from a fresh JVM to its first execution's end",
                score(StartBenchmark.class, "firstExecution", each),
                "ms",
                START_MILLIS));
        loops(each, figures);
        return figures;
    }

    private static MicroFigure of(String title, double micros, double bound) {
        return new MicroFigure(title, micros, "µs", bound);
    }

    /**
     * Each length is held against the shortest; that one against what one advance may cost. The fastest iteration of some
     * JVMs counts: averages of the same code differ by a quarter, with what else the machine does and what the compiler chose.
     */
    private static void loops(TimeValue each, List<MicroFigure> figures) {
        var byPasses = new TreeMap<Integer, Double>(measure(LoopBenchmark.class, "perPass", each).stream()
                .collect(Collectors.toMap(
                        result -> Integer.valueOf(result.getParams().getParam("passes")),
                        result -> result.getPrimaryResult().getStatistics().getMin())));
        double shortest = byPasses.firstEntry().getValue();
        for (Map.Entry<Integer, Double> one : byPasses.entrySet()) {
            boolean isShortest = one.getKey().equals(byPasses.firstKey());
            figures.add(of(
                    "one pass of a loop of " + one.getKey(),
                    one.getValue(),
                    isShortest ? ADVANCE_MICROS : shortest * LOOP_GROWTH));
        }
    }

    private static double score(Class<?> benchmark, String method, TimeValue each) {
        return measure(benchmark, method, each)
                .iterator()
                .next()
                .getPrimaryResult()
                .getScore();
    }

    private static List<RunResult> measure(Class<?> benchmark, String method, TimeValue each) {
        Console.say(benchmark.getSimpleName() + "." + method + " begins");
        var options = new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgsAppend("-Xmx1g", "-XX:+UseParallelGC");
        if (benchmark != StartBenchmark.class) {
            options.forks(benchmark == LoopBenchmark.class ? LOOP_JVMS : 1)
                    .warmupIterations(WARM_UPS)
                    .warmupTime(each)
                    .measurementIterations(MEASURED)
                    .measurementTime(each);
        }
        try {
            return List.copyOf(new Runner(options.build()).run());
        } catch (RunnerException e) {
            throw new BenchFailure("Expected to measure " + benchmark.getSimpleName() + ", but it failed", e);
        }
    }

    /** The figures for people. */
    public static String render(List<MicroFigure> figures) {
        return figures.stream().map(MicroFigure::line).collect(Collectors.joining("\n"));
    }
}
