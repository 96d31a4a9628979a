package dev.millrace.expressions.formulajs;

import java.util.function.DoubleUnaryOperator;

/** Functions of one or two numbers: arguments are read as numbers, the first error among them is the result. */
final class Numeric {
    private Numeric() {}

    interface Binary {
        Object of(double first, double second);
    }

    static Object unary(Arguments args, DoubleUnaryOperator function) {
        Object number = Parsing.number(args.get(0));
        return number instanceof Double value ? (Object) function.applyAsDouble(value) : number;
    }

    static Object binary(Arguments args, Binary function) {
        Object first = Parsing.number(args.get(0));
        Object second = Parsing.number(args.get(1));
        FormulaError error = Arguments.firstError(first, second);
        return error != null ? error : function.of((Double) first, (Double) second);
    }
}
