package dev.millrace.expressions;

import dev.millrace.expressions.formulajs.FormulaJsLanguage;
import dev.millrace.expressions.js.JavaScriptOriginals;
import dev.millrace.expressions.mathjs.MathJsLanguage;
import dev.millrace.expressions.text.StringLanguage;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All languages that calculations and conditions may be written in, on one set of JavaScript originals. */
public final class ExpressionLanguages implements AutoCloseable {
    private final JavaScriptOriginals originals = new JavaScriptOriginals();
    private final Map<String, ExpressionLanguage> byName = Stream.of(
                    new MathJsLanguage(originals), new FormulaJsLanguage(originals), new StringLanguage())
            .collect(Collectors.toUnmodifiableMap(ExpressionLanguage::name, Function.identity()));

    /** By the name in a node's config. */
    public Map<String, ExpressionLanguage> byName() {
        return byName;
    }

    @Override
    public void close() {
        originals.close();
    }
}
