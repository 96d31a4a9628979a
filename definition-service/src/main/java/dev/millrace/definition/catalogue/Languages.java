package dev.millrace.definition.catalogue;

import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.expressions.ExpressionLanguages;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The languages that expressions are checked in. */
@ApplicationScoped
class Languages {
    private final ExpressionLanguages languages = new ExpressionLanguages();

    Map<String, ExpressionLanguage> byName() {
        return languages.byName();
    }

    @PreDestroy
    void close() {
        languages.close();
    }
}
