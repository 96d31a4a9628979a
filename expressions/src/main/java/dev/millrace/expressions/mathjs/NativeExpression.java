package dev.millrace.expressions.mathjs;

import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.expressions.js.BoundSource;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.util.Optional;
import java.util.Set;

/** Evaluated here, unless a value turns up whose rules only the original knows: then the original starts over. */
final class NativeExpression implements Expression {
    private final BoundSource source;
    private final BoundSource.Binding[] bindings;
    private final Code code;
    private final Expression original;

    NativeExpression(BoundSource source, Code code, Expression original) {
        this.source = source;
        this.bindings = source.bindings().values().toArray(BoundSource.Binding[]::new);
        this.code = code;
        this.original = original;
    }

    @Override
    public Evaluation evaluate(Variables variables) {
        try {
            var values = new Object[bindings.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = Values.of(bindings[i].value(variables));
            }
            return new Evaluation.Value(Values.result(code.run(values)));
        } catch (MathFailure failure) {
            return failure.failure();
        } catch (HandOver unknown) {
            return original.evaluate(variables);
        }
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
