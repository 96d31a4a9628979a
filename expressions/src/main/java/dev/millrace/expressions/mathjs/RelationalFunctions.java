package dev.millrace.expressions.mathjs;

import java.util.function.DoublePredicate;

/** Comparisons, with the tolerance for float noise. Only equality knows null. */
final class RelationalFunctions {
    private RelationalFunctions() {}

    static Family family() {
        return new Family()
                .add("equal", 2, 2, arguments -> equal("equal", arguments[0], arguments[1]))
                .add("unequal", 2, 2, arguments -> !equal("unequal", arguments[0], arguments[1]))
                .add("smaller", 2, 2, arguments -> compare("smaller", arguments, sign -> sign < 0))
                .add("smallerEq", 2, 2, arguments -> compare("smallerEq", arguments, sign -> sign <= 0))
                .add("larger", 2, 2, arguments -> compare("larger", arguments, sign -> sign > 0))
                .add("largerEq", 2, 2, arguments -> compare("largerEq", arguments, sign -> sign >= 0))
                .add("compare", 2, 2, RelationalFunctions::compare)
                .add("compareText", 2, 2, arguments -> (double) text(arguments))
                .add("equalText", 2, 2, arguments -> text(arguments) == 0)
                .add("deepEqual", 2, 2, arguments -> deepEqual(arguments[0], arguments[1]));
    }

    private static boolean equal(String function, Object left, Object right) {
        if (Values.nullish(left) || Values.nullish(right)) {
            return left == right;
        }
        return Rounding.nearlyEqual(Values.number(function, left, 0), Values.number(function, right, 1));
    }

    private static boolean compare(String function, Object[] arguments, DoublePredicate accepts) {
        double left = Values.number(function, arguments[0], 0);
        double right = Values.number(function, arguments[1], 1);
        // Nothing is true of NaN, whatever the relation.
        return !Double.isNaN(left) && !Double.isNaN(right) && accepts.test(Rounding.compare(left, right));
    }

    private static Object compare(Object[] arguments) {
        return (double)
                Rounding.compare(Values.number("compare", arguments[0], 0), Values.number("compare", arguments[1], 1));
    }

    private static int text(Object[] arguments) {
        if (arguments[0] instanceof String left && arguments[1] instanceof String right) {
            return Integer.signum(left.compareTo(right));
        }
        throw HandOver.toOriginal();
    }

    private static boolean deepEqual(Object left, Object right) {
        if (left instanceof Sequence a && right instanceof Sequence b) {
            int size = a.items().size();
            boolean equal = size == b.items().size();
            for (int i = 0; equal && i < size; i++) {
                equal = deepEqual(a.items().get(i), b.items().get(i));
            }
            return equal;
        }
        if (left instanceof Sequence || right instanceof Sequence || left == null || right == null) {
            throw HandOver.toOriginal();
        }
        return equal("deepEqual", left, right);
    }
}
