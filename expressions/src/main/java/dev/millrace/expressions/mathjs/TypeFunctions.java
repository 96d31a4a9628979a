package dev.millrace.expressions.mathjs;

/** Conversions and questions about a value. */
final class TypeFunctions {
    private TypeFunctions() {}

    static Family family() {
        var family = new Family()
                .add("typeOf", 1, 1, arguments -> Values.typeOf(arguments[0]))
                .add("number", 1, 1, arguments -> number(arguments[0]))
                .add("boolean", 1, 1, arguments -> truth(arguments[0]))
                .add("string", 1, 1, arguments -> string(arguments[0]))
                .add("concat", 1, Family.ANY, TypeFunctions::concat)
                .add("format", 1, 2, TypeFunctions::format);
        return questions(family);
    }

    private static Family questions(Family family) {
        return family.test("isInteger", x -> Rounding.integer(x) || nearInteger(x))
                .test("isNaN", Double::isNaN)
                .test("isZero", x -> Rounding.nearlyEqual(x, 0))
                .test("isPositive", x -> x > 0 && !Rounding.nearlyEqual(x, 0))
                .test("isNegative", x -> x < 0 && !Rounding.nearlyEqual(x, 0))
                .test("isPrime", TypeFunctions::prime)
                .add("isNumeric", 1, 1, arguments -> numeric(arguments[0]))
                .add(
                        "hasNumericValue",
                        1,
                        1,
                        arguments -> arguments[0] instanceof String text
                                ? !text.isBlank() && !Double.isNaN(Texts.numberOrNaN(text))
                                : numeric(arguments[0]));
    }

    private static boolean nearInteger(double x) {
        return !Double.isInfinite(x) && Rounding.nearlyEqual(x, Math.floor(x + 0.5));
    }

    private static Object number(Object value) {
        if (value == null) {
            return 0.0;
        }
        if (value instanceof String text) {
            double number = Texts.numberOrNaN(text);
            if (Double.isNaN(number)) {
                // Some texts with a word size in them are numbers for this function only.
                throw HandOver.toOriginal();
            }
            return number;
        }
        return Values.number("number", value, 0);
    }

    private static Object truth(Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof Double number) {
            return Values.truthy(number);
        }
        if (value instanceof String text) {
            return text.equalsIgnoreCase("true") || !text.equalsIgnoreCase("false") && truth(text);
        }
        if (value == null) {
            return false;
        }
        throw HandOver.toOriginal();
    }

    private static boolean truth(String text) {
        double number = Texts.numberOrNaN(text);
        if (text.isEmpty() || Double.isNaN(number)) {
            throw MathFailure.error("Cannot convert \"" + text + "\" to a boolean");
        }
        return number != 0;
    }

    private static Object string(Object value) {
        if (value instanceof Double number) {
            return Texts.format(number, 0);
        }
        if (value instanceof String || value instanceof Boolean || value == null) {
            return String.valueOf(value);
        }
        throw HandOver.toOriginal();
    }

    private static Object concat(Object[] arguments) {
        var text = new StringBuilder();
        for (var argument : arguments) {
            if (!(argument instanceof String part)) {
                throw HandOver.toOriginal();
            }
            text.append(part);
        }
        return text.toString();
    }

    private static Object format(Object[] arguments) {
        if (arguments.length == 1 && arguments[0] instanceof String text) {
            return Texts.quote(text);
        }
        if (!(arguments[0] instanceof Double number)) {
            throw HandOver.toOriginal();
        }
        if (arguments.length == 1) {
            return Texts.format(number, 0);
        }
        if (arguments[1] instanceof Double precision
                && Rounding.integer(precision)
                && precision > 0
                && precision <= 17) {
            return Texts.format(number, precision.intValue());
        }
        throw HandOver.toOriginal();
    }

    private static boolean numeric(Object value) {
        if (value instanceof Sequence || Values.object(value)) {
            throw HandOver.toOriginal();
        }
        return value instanceof Double || value instanceof Boolean;
    }

    private static boolean prime(double x) {
        if (x > 1e12) {
            throw HandOver.toOriginal();
        }
        if (x <= 3) {
            return x > 1;
        }
        if (x % 2 == 0 || x % 3 == 0) {
            return false;
        }
        for (double divisor = 5; divisor * divisor <= x; divisor += 6) {
            if (x % divisor == 0 || x % (divisor + 2) == 0) {
                return false;
            }
        }
        return true;
    }
}
