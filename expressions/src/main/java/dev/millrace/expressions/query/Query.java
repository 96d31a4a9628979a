package dev.millrace.expressions.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import java.util.Optional;

/** A compiled question to a JSON value. Thread-safe; the answer is bounded in work and depends on nothing but what is given. */
public interface Query {
    /** @param source is not changed; the answer may share parts with it */
    Evaluation ask(JsonNode source, Moment moment);

    /** Why the text is no query of its language, as one sentence. */
    Optional<String> syntaxError();
}
