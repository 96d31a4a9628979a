package dev.millrace.expressions.mathjs;

import java.util.function.DoubleUnaryOperator;

/** Arithmetic, powers, logarithms, rounding. {@link StrictMath} because JavaScript engines use the same library. */
final class ArithmeticFunctions {
    private static final int EXPONENT_BITS = 52;

    private ArithmeticFunctions() {}

    static Family family() {
        var family = new Family()
                .folding("add", Double::sum)
                .folding("multiply", (x, y) -> x * y)
                .binary("subtract", (x, y) -> x - y)
                .binary("divide", (x, y) -> x / y)
                .binary("dotMultiply", (x, y) -> x * y)
                .binary("dotDivide", (x, y) -> x / y)
                .binary("mod", Rounding::mod)
                .binary("pow", ArithmeticFunctions::pow)
                .binary("dotPow", ArithmeticFunctions::pow)
                .unary("unaryMinus", x -> -x)
                .unary("unaryPlus", x -> x)
                .unary("abs", Math::abs)
                .unary("sign", x -> Double.isNaN(x) ? x : Math.signum(x))
                .unary("square", x -> x * x)
                .unary("cube", x -> x * x * x)
                .unary("sqrt", x -> x >= 0, Math::sqrt)
                .unary("cbrt", StrictMath::cbrt)
                .unary("exp", StrictMath::exp)
                .unary("expm1", StrictMath::expm1);
        logarithms(family);
        rounding(family);
        return family.folding("gcd", ArithmeticFunctions::gcd)
                .folding("lcm", ArithmeticFunctions::lcm)
                .add("nthRoot", 1, 2, ArithmeticFunctions::nthRoot);
    }

    private static void logarithms(Family family) {
        family.unary("log10", x -> x >= 0, StrictMath::log10)
                .unary("log2", x -> x >= 0, ArithmeticFunctions::log2)
                .unary("log1p", x -> x >= -1, StrictMath::log1p)
                .add("log", 1, 2, arguments -> {
                    double log = log(arguments[0], 0);
                    return arguments.length == 1 ? log : log / log(arguments[1], 1);
                });
    }

    private static void rounding(Family family) {
        family.add(
                        "round",
                        1,
                        2,
                        arguments -> Rounding.round(
                                Values.number("round", arguments[0], 0),
                                arguments.length == 1 ? 0 : Values.number("round", arguments[1], 1)))
                .add("ceil", 1, 2, arguments -> decimals("ceil", arguments, Rounding::ceil))
                .add("floor", 1, 2, arguments -> decimals("floor", arguments, Rounding::floor))
                .add("fix", 1, 2, arguments -> decimals("fix", arguments, Rounding::fix));
    }

    private static double decimals(String name, Object[] arguments, DoubleUnaryOperator function) {
        double x = Values.number(name, arguments[0], 0);
        if (arguments.length == 1) {
            return function.applyAsDouble(x);
        }
        double decimals = Values.number(name, arguments[1], 1);
        if (!Rounding.integer(decimals) || decimals < 0 || decimals > 15) {
            throw MathFailure.rangeError("number of decimals in function " + name + " must be an integer from 0 to 15");
        }
        double shift = StrictMath.pow(10, decimals);
        return function.applyAsDouble(x * shift) / shift;
    }

    private static double pow(double x, double y) {
        if (!(x >= 0) && !Rounding.integer(y)) {
            throw HandOver.toOriginal();
        }
        if (x * x < 1 && y == Double.POSITIVE_INFINITY || x * x > 1 && y == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        return StrictMath.pow(x, y);
    }

    private static double log(Object argument, int index) {
        double x = Values.number("log", argument, index);
        if (!(x >= 0)) {
            throw HandOver.toOriginal();
        }
        return StrictMath.log(x);
    }

    private static double log2(double x) {
        boolean powerOfTwo = x >= Double.MIN_NORMAL && Double.doubleToLongBits(x) << (Long.SIZE - EXPONENT_BITS) == 0;
        return powerOfTwo && x < Double.POSITIVE_INFINITY ? Math.getExponent(x) : StrictMath.log(x) / StrictMath.log(2);
    }

    private static double gcd(double x, double y) {
        requireIntegers("gcd", x, y);
        double a = x;
        double b = y;
        while (b != 0) {
            double rest = a % b;
            a = b;
            b = rest;
        }
        return Math.abs(a);
    }

    private static double lcm(double x, double y) {
        requireIntegers("lcm", x, y);
        return x == 0 || y == 0 ? 0 : Math.abs(x * y / gcd(x, y));
    }

    private static void requireIntegers(String name, double x, double y) {
        if (!Rounding.integer(x) || !Rounding.integer(y)) {
            throw MathFailure.error("Parameters in function " + name + " must be integer numbers");
        }
    }

    private static Object nthRoot(Object[] arguments) {
        double x = Values.number("nthRoot", arguments[0], 0);
        return root(x, arguments.length == 1 ? 2 : Values.number("nthRoot", arguments[1], 1));
    }

    private static double root(double x, double n) {
        double degree = Math.abs(n);
        if (degree == 0) {
            throw MathFailure.error("Root must be non-zero");
        }
        if (x < 0 && degree % 2 != 1) {
            throw MathFailure.error("Root must be odd when a is negative.");
        }
        if (x == 0 || Double.isInfinite(x) || Double.isNaN(x)) {
            return n < 0 ? (x == 0 ? Double.POSITIVE_INFINITY : 0) : x;
        }
        double root = Math.copySign(StrictMath.pow(Math.abs(x), 1 / degree), x);
        return n < 0 ? 1 / root : root;
    }
}
