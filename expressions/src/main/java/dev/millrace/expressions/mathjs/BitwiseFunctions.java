package dev.millrace.expressions.mathjs;

import java.util.function.LongBinaryOperator;

/** On 32 bits, as JavaScript counts them. {@code &} and {@code |} may skip their right side. */
final class BitwiseFunctions {
    private static final int SHIFT_MASK = 31;
    private static final double WORD = 0x1p32;

    private BitwiseFunctions() {}

    static Family family() {
        var family = new Family();
        binary(family, "bitXor", (x, y) -> (int) x ^ (int) y);
        binary(family, "leftShift", (x, y) -> (int) x << (y & SHIFT_MASK));
        binary(family, "rightArithShift", (x, y) -> (int) x >> (y & SHIFT_MASK));
        binary(family, "rightLogShift", (x, y) -> (x & 0xffffffffL) >>> (y & SHIFT_MASK));
        return family.unary("bitNot", x -> ~bits("bitNot", x));
    }

    private static void binary(Family family, String name, LongBinaryOperator function) {
        family.binary(name, (x, y) -> function.applyAsLong(bits(name, x), bits(name, y)));
    }

    /** Zero ends it, whatever comes after. */
    static Code and(Code left, Code right) {
        return values -> {
            double x = number(left.run(values));
            return x == 0 ? x : (double) (bits("bitAnd", x) & bits("bitAnd", number(right.run(values))));
        };
    }

    /** Only ones end it, whatever comes after. */
    static Code or(Code left, Code right) {
        return values -> {
            double x = number(left.run(values));
            return x == -1 ? x : (double) (bits("bitOr", x) | bits("bitOr", number(right.run(values))));
        };
    }

    /** These two make something even of what is no number. */
    private static double number(Object value) {
        if (value instanceof Double number && !number.isNaN()) {
            return number;
        }
        throw HandOver.toOriginal();
    }

    private static int bits(String name, double x) {
        if (!Rounding.integer(x)) {
            throw MathFailure.error("Integers expected in function " + name);
        }
        return (int) (long) (x % WORD);
    }
}
