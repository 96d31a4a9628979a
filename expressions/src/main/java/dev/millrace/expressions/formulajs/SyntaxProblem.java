package dev.millrace.expressions.formulajs;

/** The source is certainly no JavaScript expression. It never leaves the compiler. */
final class SyntaxProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxProblem(String expected, String found, int position) {
        super(
                "SyntaxError: Expected " + expected + " at character " + (position + 1) + ", but " + found,
                null,
                false,
                false);
    }
}
