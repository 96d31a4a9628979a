package dev.millrace.expressions.mathjs;

import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.expressions.js.BoundSource;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.util.Optional;
import java.util.Set;

/** Stands where the original would, to see whether it is asked. */
record NeverOriginal(BoundSource source) implements Expression {
    static final Evaluation ASKED = new Evaluation.Failure("asked", "asked");

    @Override
    public Evaluation evaluate(Variables variables) {
        return ASKED;
    }

    @Override
    public Set<VariablePath> variables() {
        return source.variables();
    }

    @Override
    public Optional<String> syntaxError() {
        return Optional.empty();
    }
}
