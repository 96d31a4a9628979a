package dev.millrace.expressions.formulajs;

import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Evaluated here; handed to the original when a value turns up whose treatment only the original knows. */
final class NativeExpression implements Expression {
    private final Parser.Program program;
    private final ZoneId zone;
    private final Supplier<Expression> original;

    NativeExpression(Parser.Program program, ZoneId zone, Supplier<Expression> original) {
        this.program = program;
        this.zone = zone;
        this.original = original;
    }

    @Override
    public Evaluation evaluate(Variables variables) {
        var frame = new Frame(variables, program.variables(), program.locals(), zone);
        try {
            return JsonValues.result(program.root().evaluate(frame));
        } catch (JavaScriptException thrown) {
            return new Evaluation.Failure(thrown.code(), thrown.getMessage());
        } catch (NotNative signal) {
            return original.get().evaluate(variables);
        }
    }

    @Override
    public Set<VariablePath> variables() {
        return new LinkedHashSet<>(program.variables());
    }

    @Override
    public Optional<String> syntaxError() {
        return Optional.empty();
    }
}
