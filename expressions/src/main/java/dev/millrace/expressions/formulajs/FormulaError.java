package dev.millrace.expressions.formulajs;

import java.util.Arrays;
import java.util.Optional;

/**
 * The error values that formula functions return instead of throwing. They are ordinary values inside an expression, so
 * that IFERROR and the IS functions can see them, and failures once they are its result.
 */
enum FormulaError {
    NULL("#NULL!", "the ranges to have a cell in common, but they have none"),
    DIV0("#DIV/0!", "to divide by a number other than 0, but the divisor is 0 or there is nothing to divide"),
    VALUE("#VALUE!", "every argument to be of the kind that the function takes, but one is not, or nothing was found"),
    REF("#REF!", "the position to lie inside the range, but it lies outside"),
    NAME("#NAME?", "a known name, but it is unknown"),
    NUM("#NUM!", "a number for which the function has a result, but it has none for this one"),
    NA("#N/A", "to find a value and to get all arguments, but one is missing"),
    ERROR("#ERROR!", "the number of arguments that the function takes, but got another");

    private final String code;
    private final String expectation;

    FormulaError(String code, String expectation) {
        this.code = code;
        this.expectation = expectation;
    }

    static Optional<FormulaError> withCode(String code) {
        return Arrays.stream(values()).filter(error -> error.code.equals(code)).findFirst();
    }

    String code() {
        return code;
    }

    /** One sentence that starts with the code. */
    String sentence() {
        return code + ": Expected " + expectation + "; check the values or wrap the expression in IFERROR(…)";
    }
}
