package dev.millrace.orchestrator.engine.node;

import dev.millrace.expressions.Expression;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import java.util.Optional;

/** The value of an expression. */
final class CalculationNode implements ControlNode {
    private static final String DEFAULT_ENGINE = "math.js";

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                "calculation",
                "Calculation",
                "calculation",
                "calculator",
                Json.parse("""
                        {"type": "object",
                         "properties": {
                           "engine": {"enum": ["math.js", "formula.js", "string"], "default": "math.js", "title": "Engine",
                             "x-enum-titles": ["math.js", "formula.js", "Text"]},
                           "expression": {"type": ["string", "null"], "default": "", "title": "Expression",
                             "x-ui": "expression"}}}
                        """),
                Json.parse("""
                        {"title": "Value of the expression"}
                        """),
                null,
                true,
                true,
                "Calculates an expression: math.js for mathematics, formula.js for the functions of spreadsheets, string"
                        + " for text with variables in it. Variables stand in the expression without quotes. Numbers are"
                        + " rounded to nine decimals.",
                Json.parse("""
                        {"engine": "math.js", "expression": "{{$context.data.price}} * 2"}
                        """));
    }

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        String source = node.config().path("expression").asText("");
        if (source.isBlank() || node.config().path("expression").isNull()) {
            return run -> Move.resolved(Json.NODES.nullNode());
        }
        String engine = node.config().path("engine").asText(DEFAULT_ENGINE);
        Optional<Expression> expression = compiler.expression(engine, source);
        return expression
                .<Behaviour>map(Calculating::new)
                .orElseGet(() -> run -> Move.error(
                        "unknown_engine", "Error: Expected an engine of calculation that exists, but it is " + engine));
    }

    private record Calculating(Expression expression) implements Behaviour {
        @Override
        public Move enter(NodeRun run) {
            return Resolving.then(expression.evaluate(run.variables()), Move::resolved);
        }
    }
}
