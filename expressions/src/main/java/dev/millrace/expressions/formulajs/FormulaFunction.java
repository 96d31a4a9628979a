package dev.millrace.expressions.formulajs;

/** A function of the library, or a method with its receiver bound as the first argument. */
@FunctionalInterface
interface FormulaFunction {
    Object call(Arguments arguments);
}
