package dev.millrace.expressions.formulajs;

import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.expressions.js.BoundSource;
import dev.millrace.expressions.js.JavaScriptOriginals;
import dev.millrace.expressions.js.Original;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.util.Optional;
import java.util.Set;

/** The same language, evaluated by the JavaScript original alone. */
record OriginalFormulas(JavaScriptOriginals originals) implements ExpressionLanguage {
    @Override
    public String name() {
        return FormulaJsLanguage.NAME;
    }

    @Override
    public Expression compile(String source) {
        originals.prepare(Original.FORMULA_JS);
        return new OriginalFormula(originals, BoundSource.of(QuotedVariables.spelledOut(source)));
    }

    private record OriginalFormula(JavaScriptOriginals originals, BoundSource source) implements Expression {
        @Override
        public Evaluation evaluate(Variables variables) {
            var outcome = originals.evaluate(Original.FORMULA_JS, source.text(), source.values(variables));
            return outcome instanceof Evaluation.Failure failure ? explained(failure) : outcome;
        }

        /** Error values come as their bare code. */
        private static Evaluation explained(Evaluation.Failure failure) {
            return FormulaError.withCode(failure.code())
                    .map(error -> new Evaluation.Failure(error.code(), error.sentence()))
                    .orElse(failure);
        }

        @Override
        public Set<VariablePath> variables() {
            return source.variables();
        }

        @Override
        public Optional<String> syntaxError() {
            return originals
                    .syntaxError(
                            Original.FORMULA_JS,
                            source.text(),
                            source.bindings().keySet())
                    .map(Evaluation.Failure::message);
        }
    }
}
