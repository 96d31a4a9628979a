package dev.millrace.orchestrator.host;

import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.expressions.formulajs.FormulaJsLanguage;
import dev.millrace.expressions.js.JavaScriptOriginals;
import dev.millrace.expressions.text.StringLanguage;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The languages that calculations and conditions may be written in. */
final class Languages implements AutoCloseable {
    private final JavaScriptOriginals originals = new JavaScriptOriginals();

    Map<String, ExpressionLanguage> byName() {
        return Stream.of(new FormulaJsLanguage(originals), new StringLanguage())
                .collect(Collectors.toMap(ExpressionLanguage::name, Function.identity()));
    }

    @Override
    public void close() {
        originals.close();
    }
}
