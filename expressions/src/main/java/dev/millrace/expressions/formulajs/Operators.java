package dev.millrace.expressions.formulajs;

import java.util.List;
import java.util.Map;

/** ECMAScript's binary operators on values. */
final class Operators {
    private Operators() {}

    static Object add(Object left, Object right) {
        if (left instanceof Double a && right instanceof Double b) {
            return a + b;
        }
        Object a = primitive(left);
        Object b = primitive(right);
        if (a instanceof String || b instanceof String) {
            String first = Coercion.text(a);
            String second = Coercion.text(b);
            Limits.checkText((double) first.length() + second.length());
            return first.concat(second);
        }
        return Coercion.number(a) + Coercion.number(b);
    }

    private static Object primitive(Object value) {
        if (value instanceof JsDate) {
            throw NotNative.SIGNAL;
        }
        return Coercion.primitive(value);
    }

    static boolean strictEquals(Object left, Object right) {
        if (left instanceof Double a && right instanceof Double b) {
            return a.doubleValue() == b.doubleValue();
        }
        if (left instanceof String || left instanceof Boolean) {
            return left.equals(right);
        }
        return left == right;
    }

    static boolean looseEquals(Object left, Object right) {
        if (Undefined.isNullish(left) || Undefined.isNullish(right)) {
            return Undefined.isNullish(left) && Undefined.isNullish(right);
        }
        boolean objects = isObject(left) && isObject(right);
        if (objects || left.getClass() == right.getClass()) {
            return strictEquals(left, right);
        }
        Object a = primitive(left);
        Object b = primitive(right);
        if (a instanceof String && b instanceof String) {
            return a.equals(b);
        }
        return Coercion.number(a) == Coercion.number(b);
    }

    private static boolean isObject(Object value) {
        return value instanceof List
                || value instanceof Map
                || value instanceof JsDate
                || value instanceof FormulaError
                || value instanceof Callback;
    }

    static boolean less(Object left, Object right) {
        return compare(left, right) == -1;
    }

    static boolean lessOrEqual(Object left, Object right) {
        int order = compare(left, right);
        return order == -1 || order == 0;
    }

    static boolean greater(Object left, Object right) {
        return compare(left, right) == 1;
    }

    static boolean greaterOrEqual(Object left, Object right) {
        int order = compare(left, right);
        return order == 1 || order == 0;
    }

    /** -1, 0, 1, or 2 where one side is not a number, which makes every comparison false. */
    private static int compare(Object left, Object right) {
        Object a = Coercion.primitive(left);
        Object b = Coercion.primitive(right);
        if (a instanceof String first && b instanceof String second) {
            return Integer.signum(first.compareTo(second));
        }
        double x = Coercion.number(a);
        double y = Coercion.number(b);
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return 2;
        }
        return x < y ? -1 : x > y ? 1 : 0;
    }
}
