package dev.millrace.expressions.formulajs;

/** One part of a compiled expression. Values are Double, String, Boolean, null, {@link Undefined}, List, Map, {@link JsDate}
 * and {@link FormulaError}. */
@FunctionalInterface
interface Node {
    Object evaluate(Frame frame);
}
