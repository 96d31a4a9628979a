package dev.millrace.expressions.formulajs;

/** Bounds that keep one evaluation short, whatever the data. */
final class Limits {
    /** In UTF-16 units; the largest message the platform carries is 8 MiB. */
    static final int MAX_TEXT = 4 * 1024 * 1024;

    /** Calls of callbacks and days counted in one evaluation: some tens of milliseconds. */
    static final int MAX_STEPS = 1_000_000;

    private Limits() {}

    static void checkText(double length) {
        if (length > MAX_TEXT) {
            throw JavaScriptException.limit(
                    "Expected to make a text of at most " + MAX_TEXT + " characters, but it would be longer");
        }
    }
}
