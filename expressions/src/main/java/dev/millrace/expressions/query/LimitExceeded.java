package dev.millrace.expressions.query;

/** A signal out of the depth of a library; never leaves the package. */
final class LimitExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LimitExceeded(String message) {
        super(message, null, false, false);
    }
}
