package dev.millrace.expressions.query;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import java.util.Optional;

/** JSONata by com.dashjoin:jsonata, with the functions of {@link JsonataFunctions} in place of the library's own. */
record JsonataQuery(Jsonata expression) implements Query {

    static Query of(String source) {
        Jsonata expression = Jsonata.jsonata(source);
        JsonataRegexes.makeLinear(expression);
        // Values are made by JsonataValues, and nulls read by it.
        expression.setValidateInput(false);
        expression.setOutputConvertNulls(false);
        return new JsonataQuery(expression);
    }

    @Override
    public Evaluation ask(JsonNode source, Moment moment) {
        return Budget.within(() -> {
            // Names are bound in a frame of this run alone: the expression's own is shared by all threads.
            var frame = expression.createFrame();
            JsonataFunctions.ALL.forEach(frame::bind);
            new JsonataBounds(Budget.current()).watch(frame);
            return JsonataRun.with(
                    moment, () -> JsonataValues.json(expression.evaluate(JsonataValues.of(source), frame)));
        });
    }

    @Override
    public Optional<String> syntaxError() {
        return Optional.empty();
    }
}
