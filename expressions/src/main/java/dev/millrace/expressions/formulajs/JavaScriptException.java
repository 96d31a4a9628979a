package dev.millrace.expressions.formulajs;

/**
 * What JavaScript code would throw. It never leaves the evaluator, which turns it into a failure; without a stack trace,
 * because it is thrown on the way of ordinary data.
 */
final class JavaScriptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    JavaScriptException(String code, String message) {
        super(code + ": " + message, null, false, false);
        this.code = code;
    }

    static JavaScriptException noProperties(Object nothing, Object key) {
        return new JavaScriptException(
                "TypeError",
                "Expected to read '" + key + "' of a value, but the value is "
                        + (nothing == null ? "null" : "undefined"));
    }

    static JavaScriptException limit(String what) {
        return new JavaScriptException("limit_exceeded", what);
    }

    String code() {
        return code;
    }
}
