package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.Resolved;
import dev.millrace.model.variable.Template;
import dev.millrace.model.variable.Variables;
import java.util.function.Function;

/** Templates and expressions on their way to a move. */
final class Resolving {
    private Resolving() {}

    /** Goes on with the value of a template, never missing; one that names a secret fails, because history must not hold one. */
    static Move then(Template template, Variables variables, Function<JsonNode, Move> next) {
        Resolved resolved = template.resolve(variables);
        if (!resolved.secrets().isEmpty()) {
            return Move.error(
                    "secret_not_allowed",
                    "Expected secrets ($env) only in steps that workers run, but this value would be kept in history:"
                            + " use the secret in the step that needs it");
        }
        return next.apply(valueOf(resolved.value()));
    }

    /** Goes on with the value of an expression, or fails as it did. */
    static Move then(Evaluation evaluation, Function<JsonNode, Move> next) {
        return evaluation instanceof Evaluation.Failure failure
                ? Move.error(failure.code(), failure.message())
                : next.apply(((Evaluation.Value) evaluation).value());
    }

    static JsonNode valueOf(JsonNode value) {
        return value == null || value.isMissingNode() ? Json.NODES.nullNode() : value;
    }
}
