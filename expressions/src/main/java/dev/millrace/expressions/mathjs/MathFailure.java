package dev.millrace.expressions.mathjs;

import dev.millrace.expressions.Evaluation.Failure;

/** Ends an evaluation as math.js would by throwing. Without a stack trace, as it is no bug; never leaves the package. */
final class MathFailure extends RuntimeException {
    private final String name;

    private MathFailure(String name, String message) {
        super(message, null, false, false);
        this.name = name;
    }

    static MathFailure error(String message) {
        return new MathFailure("Error", message);
    }

    static MathFailure typeError(String message) {
        return new MathFailure("TypeError", message);
    }

    static MathFailure rangeError(String message) {
        return new MathFailure("RangeError", message);
    }

    static MathFailure indexError(String message) {
        return new MathFailure("IndexError", message);
    }

    static MathFailure unexpected(String function, Object value, int index) {
        return typeError("Unexpected type of argument in function " + function + " (expected: number, actual: "
                + Values.typeOf(value) + ", index: " + index + ")");
    }

    Failure failure() {
        return new Failure(name, name + ": " + getMessage());
    }
}
