package dev.millrace.expressions.formulajs;

import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.util.Optional;
import java.util.Set;

/** An expression whose outcome is known when it is compiled: an empty one, or one that is no JavaScript. */
record FixedExpression(Evaluation outcome, Optional<String> syntaxError) implements Expression {
    @Override
    public Evaluation evaluate(Variables variables) {
        return outcome;
    }

    @Override
    public Set<VariablePath> variables() {
        return Set.of();
    }
}
