package dev.millrace.expressions.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import io.burt.jmespath.Expression;
import java.util.Optional;

/** JMESPath by io.burt:jmespath. */
record JmesPathQuery(Expression<JsonNode> expression) implements Query {
    private static final JmesPathRuntime RUNTIME = new JmesPathRuntime();

    static Query of(String source) {
        return new JmesPathQuery(RUNTIME.compile(source));
    }

    @Override
    public Evaluation ask(JsonNode source, Moment moment) {
        return Budget.within(() -> expression.search(source));
    }

    @Override
    public Optional<String> syntaxError() {
        return Optional.empty();
    }
}
