package dev.millrace.expressions.check;

import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.model.document.ConfigCheck;
import dev.millrace.model.document.ConfigField;
import dev.millrace.model.document.Violation;
import java.util.List;
import java.util.Map;

/**
 * A field with hint {@code expression} holds a text of the language that the sibling {@code engine} names. Other engines are the
 * business of the config's schema and of {@link ConditionCheck}.
 */
public final class ExpressionCheck implements ConfigCheck {
    private final Map<String, ExpressionLanguage> languages;

    /** @param languages by name */
    public ExpressionCheck(Map<String, ExpressionLanguage> languages) {
        this.languages = Map.copyOf(languages);
    }

    @Override
    public List<Violation> check(ConfigField field) {
        ExpressionLanguage language = languages.get(field.sibling("engine").asText(""));
        boolean ours = field.ui().equals("expression") && field.value().isTextual() && language != null;
        if (!ours || field.value().textValue().isBlank()) {
            return List.of();
        }
        return language
                .compile(field.value().textValue())
                .syntaxError()
                .map(error -> new Violation(field.pointer(), "syntax_error", error))
                .stream()
                .toList();
    }
}
