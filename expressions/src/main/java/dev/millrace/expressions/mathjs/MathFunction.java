package dev.millrace.expressions.mathjs;

/** A function of math.js on values that are already evaluated. */
@FunctionalInterface
interface MathFunction {
    Object call(Object[] arguments);
}
