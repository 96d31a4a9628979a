package dev.millrace.expressions.mathjs;

import dev.millrace.expressions.Expression;
import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.expressions.js.BoundSource;
import dev.millrace.expressions.js.JavaScriptOriginals;
import dev.millrace.expressions.js.Original;
import java.util.List;

/**
 * The language of math.js 15. What workflows commonly write is compiled to code that runs in well under a microsecond;
 * functions, units and statements beyond that are evaluated by the original, some thousand times slower.
 */
public final class MathJsLanguage implements ExpressionLanguage {
    /** Longer sources are left to the original, whose recursion has a bound of its own. */
    private static final int LONGEST_SOURCE = 2_000;

    private final JavaScriptOriginals originals;

    public MathJsLanguage(JavaScriptOriginals originals) {
        this.originals = originals;
    }

    @Override
    public String name() {
        return "math.js";
    }

    @Override
    public Expression compile(String source) {
        var bound = BoundSource.of(source.strip());
        var original = new OriginalExpression(bound, originals);
        var expression = compile(bound, original);
        if (expression == original) {
            originals.prepare(Original.MATH_JS);
        }
        return expression;
    }

    static Expression compile(BoundSource source, Expression original) {
        try {
            return new NativeExpression(source, code(source), original);
        } catch (SyntaxFailure failure) {
            return new RefusedExpression(source, failure.getMessage());
        } catch (HandOver unknown) {
            return original;
        }
    }

    private static Code code(BoundSource bound) {
        if (bound.text().length() > LONGEST_SOURCE) {
            throw HandOver.toOriginal();
        }
        var node = Parser.parse(bound.text());
        return new Compiler(List.copyOf(bound.bindings().keySet())).compile(node);
    }
}
