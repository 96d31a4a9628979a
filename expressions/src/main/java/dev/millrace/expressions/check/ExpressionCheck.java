package dev.millrace.expressions.check;

import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.expressions.query.QueryLanguage;
import dev.millrace.model.document.ConfigCheck;
import dev.millrace.model.document.ConfigField;
import dev.millrace.model.document.Violation;
import dev.millrace.model.variable.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field with hint {@code expression} holds a text of the language that the sibling {@code engine} names: one of calculations,
 * or one of queries. A query with templates in it is a text of its language only once they are filled in. Other engines are the
 * business of the config's schema and of {@link ConditionCheck}.
 */
public final class ExpressionCheck implements ConfigCheck {
    private final Map<String, ExpressionLanguage> languages;

    /** @param languages of calculations, by name */
    public ExpressionCheck(Map<String, ExpressionLanguage> languages) {
        this.languages = Map.copyOf(languages);
    }

    @Override
    public List<Violation> check(ConfigField field) {
        boolean ours = field.ui().equals("expression") && field.value().isTextual();
        if (!ours || field.value().textValue().isBlank()) {
            return List.of();
        }
        return syntaxError(field.sibling("engine").asText(""), field)
                .map(error -> new Violation(field.pointer(), "syntax_error", error))
                .stream()
                .toList();
    }

    private Optional<String> syntaxError(String engine, ConfigField field) {
        String source = field.value().textValue();
        ExpressionLanguage language = languages.get(engine);
        if (language != null) {
            return language.compile(source).syntaxError();
        }
        return QueryLanguage.named(engine)
                .filter(query -> Template.compile(field.value()).isConstant())
                .flatMap(query -> query.compile(source).syntaxError());
    }
}
