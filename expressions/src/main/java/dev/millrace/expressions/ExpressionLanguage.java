package dev.millrace.expressions;

/** A language that calculations and conditions are written in. Implementations are stateless and thread-safe. */
public interface ExpressionLanguage {
    /** The name in a node's config: {@code math.js}, {@code formula.js}, {@code string}. */
    String name();

    /**
     * Compiles once what is evaluated often. Never throws: a text that is no expression of the language compiles to one
     * whose {@link Expression#syntaxError()} says why and whose evaluation fails with it.
     *
     * @param source with {@code {{path}}} for variables
     */
    Expression compile(String source);
}
