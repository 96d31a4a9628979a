package dev.millrace.benchmarks.micro;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.Variables;
import dev.millrace.model.variable.Walk;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A common expression of each language, compiled once, variables included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ExpressionBenchmark {
    private Expression math;
    private Expression formula;
    private Variables variables;

    @Setup
    public void compile() {
        JsonNode context = Json.parse("{\"data\": {\"price\": 12.5, \"amount\": 3, \"name\": \"chair\"}}");
        variables = path -> Walk.along(context, path.after(1));
        math = compiled("math.js", "round({{$context.data.price}} * {{$context.data.amount}} * 1.19, 2)");
        formula = compiled(
                "formula.js",
                "IF({{$context.data.amount}} > 2, CONCATENATE(UPPER({{$context.data.name}}), \"!\"), \"few\")");
    }

    private Expression compiled(String language, String source) {
        var expression = EngineBench.LANGUAGES.byName().get(language).compile(source);
        if (expression.evaluate(variables) instanceof Evaluation.Failure failure) {
            throw new IllegalStateException("Expected a value of " + source + ", but it is " + failure);
        }
        return expression;
    }

    @Benchmark
    public Evaluation mathJs() {
        return math.evaluate(variables);
    }

    @Benchmark
    public Evaluation formulaJs() {
        return formula.evaluate(variables);
    }
}
