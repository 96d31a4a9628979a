package dev.millrace.expressions.mathjs;

/** Angles in radians; with units they are the original's. */
final class TrigonometryFunctions {
    private TrigonometryFunctions() {}

    static Family family() {
        return new Family()
                .unary("sin", StrictMath::sin)
                .unary("cos", StrictMath::cos)
                .unary("tan", StrictMath::tan)
                .unary("sec", x -> 1 / StrictMath.cos(x))
                .unary("csc", x -> 1 / StrictMath.sin(x))
                .unary("cot", x -> 1 / StrictMath.tan(x))
                .unary("asin", x -> Math.abs(x) <= 1, StrictMath::asin)
                .unary("acos", x -> Math.abs(x) <= 1, StrictMath::acos)
                .unary("atan", StrictMath::atan)
                .binary("atan2", StrictMath::atan2)
                .unary("sinh", StrictMath::sinh)
                .unary("cosh", StrictMath::cosh)
                .unary("tanh", StrictMath::tanh)
                .unary("asinh", x -> Math.copySign(asinh(Math.abs(x)), x))
                .unary("acosh", x -> x >= 1, x -> StrictMath.log(x + Math.sqrt(x * x - 1)))
                .unary("atanh", x -> Math.abs(x) <= 1, x -> (StrictMath.log1p(x) - StrictMath.log1p(-x)) / 2);
    }

    private static double asinh(double x) {
        return StrictMath.log1p(x + x * x / (1 + Math.sqrt(x * x + 1)));
    }
}
