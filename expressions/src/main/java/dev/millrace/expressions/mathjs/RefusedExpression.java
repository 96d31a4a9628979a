package dev.millrace.expressions.mathjs;

import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.expressions.js.BoundSource;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.util.Optional;
import java.util.Set;

/** No expression of the language. */
record RefusedExpression(BoundSource source, String reason) implements Expression {

    @Override
    public Evaluation evaluate(Variables variables) {
        return new Evaluation.Failure("SyntaxError", "SyntaxError: " + reason);
    }

    @Override
    public Set<VariablePath> variables() {
        return source.variables();
    }

    @Override
    public Optional<String> syntaxError() {
        return Optional.of(reason);
    }
}
