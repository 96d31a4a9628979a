package dev.millrace.expressions.check;

import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.expressions.condition.Condition;
import dev.millrace.model.document.ConfigCheck;
import dev.millrace.model.document.ConfigField;
import dev.millrace.model.document.Violation;
import java.util.List;
import java.util.Map;

/** A field with hint {@code condition} holds a condition that can be asked. */
public final class ConditionCheck implements ConfigCheck {
    private final Map<String, ExpressionLanguage> languages;

    /** @param languages by name */
    public ConditionCheck(Map<String, ExpressionLanguage> languages) {
        this.languages = Map.copyOf(languages);
    }

    @Override
    public List<Violation> check(ConfigField field) {
        if (!field.ui().equals("condition") || !field.value().isObject()) {
            return List.of();
        }
        return Condition.compile(field.value(), languages).problems().stream()
                .map(problem -> new Violation(field.pointer() + problem.pointer(), problem.code(), problem.detail()))
                .toList();
    }
}
