package dev.millrace.expressions.formulajs;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.expressions.js.JavaScriptOriginals;
import java.time.ZoneId;
import java.util.Optional;

/**
 * JavaScript expressions with the functions of @formulajs/formulajs 4.4.9 as globals. What the native grammar and library
 * cover is evaluated here; anything else goes to the JavaScript original as a whole.
 */
public final class FormulaJsLanguage implements ExpressionLanguage {
    public static final String NAME = "formula.js";

    private static final String SYNTAX_ERROR = "SyntaxError";

    /** In characters: longer sources may nest deeper than a thread's stack holds. */
    private static final int MAX_NATIVE_SOURCE = 10_000;

    private final ExpressionLanguage original;
    private final ZoneId zone;

    /** @param originals evaluate what is not known natively; local time is the system's zone, as there */
    public FormulaJsLanguage(JavaScriptOriginals originals) {
        this(new OriginalFormulas(originals), ZoneId.systemDefault());
    }

    FormulaJsLanguage(ExpressionLanguage original, ZoneId zone) {
        this.original = original;
        this.zone = zone;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Expression compile(String source) {
        if (source.isBlank()) {
            return new FixedExpression(new Evaluation.Value(NullNode.getInstance()), Optional.empty());
        }
        if (source.length() > MAX_NATIVE_SOURCE) {
            return original.compile(source);
        }
        try {
            return new NativeExpression(Parser.parse(source), zone, new Once<>(() -> original.compile(source)));
        } catch (NotNative signal) {
            return original.compile(source);
        } catch (SyntaxProblem problem) {
            var failure = new Evaluation.Failure(SYNTAX_ERROR, problem.getMessage());
            return new FixedExpression(failure, Optional.of(problem.getMessage()));
        }
    }
}
