package dev.millrace.expressions.mathjs;

import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.expressions.js.BoundSource;
import dev.millrace.expressions.js.JavaScriptOriginals;
import dev.millrace.expressions.js.Original;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.util.Optional;
import java.util.Set;

/** Evaluated as a whole by math.js itself. */
record OriginalExpression(BoundSource source, JavaScriptOriginals originals) implements Expression {

    @Override
    public Evaluation evaluate(Variables variables) {
        return originals.evaluate(Original.MATH_JS, source.text(), source.values(variables));
    }

    @Override
    public Set<VariablePath> variables() {
        return source.variables();
    }

    /** Known at evaluation only: to ask would wait seconds for the original to load, where nobody waits for an answer. */
    @Override
    public Optional<String> syntaxError() {
        return Optional.empty();
    }
}
