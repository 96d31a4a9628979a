package dev.millrace.definition.catalogue;

import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.expressions.formulajs.FormulaJsLanguage;
import dev.millrace.expressions.js.JavaScriptOriginals;
import dev.millrace.expressions.text.StringLanguage;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The languages that expressions are checked in: those of the process, if it provides any, since their engines are large and two
 * sets of them would be a waste; otherwise its own.
 */
@ApplicationScoped
class Languages {
    private final Map<String, ExpressionLanguage> byName;
    private final JavaScriptOriginals own;

    Languages(Instance<Map<String, ExpressionLanguage>> provided) {
        this.own = provided.isResolvable() ? null : new JavaScriptOriginals();
        this.byName = provided.isResolvable() ? provided.get() : languages(own);
    }

    Map<String, ExpressionLanguage> byName() {
        return byName;
    }

    @PreDestroy
    void close() {
        if (own != null) {
            own.close();
        }
    }

    private static Map<String, ExpressionLanguage> languages(JavaScriptOriginals originals) {
        return List.<ExpressionLanguage>of(new FormulaJsLanguage(originals), new StringLanguage()).stream()
                .collect(Collectors.toMap(ExpressionLanguage::name, Function.identity()));
    }
}
