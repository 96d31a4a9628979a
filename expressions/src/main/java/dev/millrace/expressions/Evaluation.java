package dev.millrace.expressions;

import com.fasterxml.jackson.databind.JsonNode;

/** How an evaluation ended. Expected failures are values, so that nobody forgets them. */
public sealed interface Evaluation {

    /** @param value never missing; JSON null where the expression has no value */
    record Value(JsonNode value) implements Evaluation {}

    /**
     * @param code names the kind: {@code SyntaxError}, {@code TypeError}, {@code #VALUE!}, {@code limit_exceeded}
     * @param message one sentence, starting with the code as the reference's results do: {@code SyntaxError: ...}
     */
    record Failure(String code, String message) implements Evaluation {}
}
