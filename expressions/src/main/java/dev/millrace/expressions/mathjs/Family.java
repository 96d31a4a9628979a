package dev.millrace.expressions.mathjs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/** The functions of one kind, by name and number of arguments. What is not in one is left to the original. */
final class Family {
    static final int ANY = Integer.MAX_VALUE;

    private record Known(int least, int most, MathFunction function) {}

    private final Map<String, Known> functions = new HashMap<>();

    Optional<MathFunction> find(String name, int arguments) {
        return Optional.ofNullable(functions.get(name))
                .filter(known -> known.least <= arguments && arguments <= known.most)
                .map(Known::function);
    }

    Family add(String name, int least, int most, MathFunction function) {
        functions.put(name, new Known(least, most, function));
        return this;
    }

    Family unary(String name, DoubleUnaryOperator function) {
        return add(name, 1, 1, arguments -> function.applyAsDouble(Values.number(name, arguments[0], 0)));
    }

    /** @param domain outside of it the result is complex, which only the original knows */
    Family unary(String name, DoublePredicate domain, DoubleUnaryOperator function) {
        return unary(name, x -> {
            if (!domain.test(x)) {
                throw HandOver.toOriginal();
            }
            return function.applyAsDouble(x);
        });
    }

    Family binary(String name, DoubleBinaryOperator function) {
        return add(name, 2, 2, arguments -> apply(name, function, arguments));
    }

    /** {@code f(a, b, c)} is {@code f(f(a, b), c)}. */
    Family folding(String name, DoubleBinaryOperator function) {
        return add(name, 2, ANY, arguments -> {
            double result = apply(name, function, arguments);
            for (int i = 2; i < arguments.length; i++) {
                result = function.applyAsDouble(result, Values.number(name, arguments[i], i));
            }
            return result;
        });
    }

    Family test(String name, DoublePredicate function) {
        return add(name, 1, 1, arguments -> function.test(Values.number(name, arguments[0], 0)));
    }

    private static double apply(String name, DoubleBinaryOperator function, Object[] arguments) {
        return function.applyAsDouble(Values.number(name, arguments[0], 0), Values.number(name, arguments[1], 1));
    }
}
