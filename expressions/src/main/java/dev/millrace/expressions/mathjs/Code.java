package dev.millrace.expressions.mathjs;

/** A node made ready to run: names are resolved, constants are converted. */
@FunctionalInterface
interface Code {
    /** @param variables by their place in the expression */
    Object run(Object[] variables);
}
