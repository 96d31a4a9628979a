package dev.millrace.expressions.mathjs;

/** Counting, for whole numbers; in between they are defined by the gamma function, which is the original's. */
final class CombinatoricFunctions {
    private static final int LARGEST_FACTORIAL = 170;

    private CombinatoricFunctions() {}

    static Family family() {
        return new Family()
                .unary("factorial", CombinatoricFunctions::factorial)
                .unary("permutations", CombinatoricFunctions::factorial)
                .binary("combinations", CombinatoricFunctions::combinations);
    }

    private static double factorial(double n) {
        if (n < 0) {
            throw MathFailure.error("Value must be non-negative");
        }
        if (!Rounding.integer(n)) {
            throw HandOver.toOriginal();
        }
        return n > LARGEST_FACTORIAL ? Double.POSITIVE_INFINITY : product(1, (int) n);
    }

    /** In halves, so that large products lose the same digits as in the original. */
    private static double product(int from, int to) {
        if (to < from) {
            return 1;
        }
        if (to == from) {
            return to;
        }
        int half = (to + from) >> 1;
        return product(from, half) * product(half + 1, to);
    }

    private static double combinations(double n, double k) {
        if (!Rounding.integer(n) || n < 0 || !Rounding.integer(k) || k < 0) {
            throw MathFailure.typeError("Positive integer value expected in function combinations");
        }
        if (k > n) {
            throw MathFailure.typeError("k must be less than or equal to n");
        }
        double rest = Math.min(k, n - k);
        if (rest > 1000) {
            throw HandOver.toOriginal();
        }
        double answer = 1;
        double divisor = 2;
        for (double numerator = n - rest + 1; numerator <= n; numerator++) {
            answer *= numerator;
            while (divisor <= rest && answer % divisor == 0) {
                answer /= divisor;
                divisor++;
            }
        }
        return divisor <= rest ? answer / product((int) divisor, (int) rest) : answer;
    }
}
