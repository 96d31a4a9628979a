package dev.millrace.expressions.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import java.util.Optional;

/** No query of its language. */
record RefusedQuery(String reason) implements Query {

    @Override
    public Evaluation ask(JsonNode source, Moment moment) {
        return new Evaluation.Failure("SyntaxError", "SyntaxError: " + reason);
    }

    @Override
    public Optional<String> syntaxError() {
        return Optional.of(reason);
    }
}
