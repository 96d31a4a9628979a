package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Expression;
import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.expressions.condition.Condition;
import dev.millrace.model.variable.Template;
import java.util.Map;
import java.util.Optional;

/** Compiles the parts of configs that are evaluated often. */
public final class Compiler {
    private final Map<String, ExpressionLanguage> languages;

    public Compiler(Map<String, ExpressionLanguage> languages) {
        this.languages = Map.copyOf(languages);
    }

    Template template(JsonNode config) {
        return Template.compile(config);
    }

    Condition condition(JsonNode config) {
        return Condition.compile(config, languages);
    }

    /** The compiled source, or nothing when no such language is there. */
    Optional<Expression> expression(String language, String source) {
        return Optional.ofNullable(languages.get(language)).map(found -> found.compile(source));
    }
}
