package dev.millrace.expressions.formulajs;

/**
 * The native side does not know what this means, so the whole expression belongs to the JavaScript original. Thrown while
 * compiling for anything outside the grammar and library here, and while evaluating for the few values whose treatment
 * cannot be told from the text (say, free-form dates). An expression has no side effects, so starting over is safe.
 */
final class NotNative extends RuntimeException {
    static final NotNative SIGNAL = new NotNative();

    private static final long serialVersionUID = 1L;

    private NotNative() {
        super("belongs to the JavaScript original", null, false, false);
    }
}
