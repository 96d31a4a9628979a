package dev.millrace.expressions.mathjs;

/** Logic, and the default for nothing. {@code and}, {@code or} and {@code ??} may skip their right side. */
final class LogicalFunctions {
    private LogicalFunctions() {}

    static Family family() {
        return new Family()
                .add("not", 1, 1, arguments -> Values.nullish(arguments[0]) || !truthy("not", arguments[0], 0))
                .add("xor", 2, 2, arguments -> truthy("xor", arguments[0], 0) != truthy("xor", arguments[1], 1));
    }

    static Code and(Code left, Code right) {
        return values -> truthy("and", left.run(values), 0) && truthy("and", right.run(values), 1);
    }

    static Code or(Code left, Code right) {
        return values -> truthy("or", left.run(values), 0) || truthy("or", right.run(values), 1);
    }

    static Code nullish(Code left, Code right) {
        return values -> {
            var value = left.run(values);
            if (value instanceof Sequence || Values.object(value)) {
                throw HandOver.toOriginal();
            }
            return Values.nullish(value) ? right.run(values) : value;
        };
    }

    private static boolean truthy(String function, Object value, int index) {
        return Values.truthy(Values.number(function, value, index));
    }
}
