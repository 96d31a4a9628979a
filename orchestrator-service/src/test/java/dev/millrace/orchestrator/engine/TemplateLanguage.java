package dev.millrace.orchestrator.engine;

import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.Template;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.util.Optional;
import java.util.Set;

/** The least language there can be: a text with variables in it; a text that starts with "!" is wrong. */
final class TemplateLanguage implements ExpressionLanguage {
    @Override
    public String name() {
        return "string";
    }

    @Override
    public Expression compile(String source) {
        Template template = Template.compile(Json.NODES.textNode(source));
        return new Expression() {
            @Override
            public Evaluation evaluate(Variables variables) {
                return syntaxError()
                        .<Evaluation>map(error -> new Evaluation.Failure("SyntaxError", error))
                        .orElseGet(() ->
                                new Evaluation.Value(template.resolve(variables).value()));
            }

            @Override
            public Set<VariablePath> variables() {
                return Set.of();
            }

            @Override
            public Optional<String> syntaxError() {
                return Optional.of("SyntaxError: Unexpected !").filter(error -> source.startsWith("!"));
            }
        };
    }
}
