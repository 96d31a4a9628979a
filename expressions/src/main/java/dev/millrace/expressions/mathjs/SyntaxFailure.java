package dev.millrace.expressions.mathjs;

/** Ends parsing; never leaves the package. Without a stack trace, as it is no bug. */
final class SyntaxFailure extends RuntimeException {
    /** @param position of the first character that is wrong, from one */
    SyntaxFailure(String message, int position) {
        super(message + " (char " + position + ")", null, false, false);
    }
}
