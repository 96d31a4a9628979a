package dev.millrace.expressions.formulajs;

/** JavaScript's {@code undefined}; Java's null stands for JavaScript's. */
enum Undefined {
    UNDEFINED;

    static boolean isNullish(Object value) {
        return value == null || value == UNDEFINED;
    }

    /** For values from lists and maps, where Java says null for "not there" too. */
    static Object at(java.util.List<Object> list, double index) {
        boolean inside = index >= 0 && index < list.size() && index == Math.rint(index);
        return inside ? list.get((int) index) : UNDEFINED;
    }
}
