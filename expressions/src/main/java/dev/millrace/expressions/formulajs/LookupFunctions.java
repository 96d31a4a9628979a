package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Picking values out of lists and tables. */
final class LookupFunctions {
    private static final int MAX_CHOICES = 254;

    private LookupFunctions() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("CHOOSE", LookupFunctions::choose);
        functions.put("INDEX", LookupFunctions::index);
        functions.put("VLOOKUP", LookupFunctions::vlookup);
        functions.put("UNIQUE", LookupFunctions::unique);
        functions.put("ROWS", LookupFunctions::rows);
        functions.put("COLUMNS", LookupFunctions::columns);
    }

    private static Object choose(Arguments args) {
        if (args.count() < 2) {
            return FormulaError.NA;
        }
        double index = plainNumber(args.get(0));
        if (index < 1 || index > MAX_CHOICES || args.count() < index + 1) {
            return FormulaError.VALUE;
        }
        return index == Math.rint(index) ? args.get((int) index) : UNDEFINED;
    }

    private static double plainNumber(Object value) {
        if (value instanceof Double number && !number.isNaN()) {
            return number;
        }
        throw NotNative.SIGNAL;
    }

    private static double positionOr(double whenNone, Object position) {
        return Coercion.truthy(position) ? plainNumber(position) : whenNone;
    }

    private static Object index(Arguments args) {
        for (int i = 0; i < 3; i++) {
            if (args.get(i) instanceof FormulaError) {
                return args.get(i);
            }
        }
        if (!(args.get(0) instanceof List<?> array)) {
            return FormulaError.VALUE;
        }
        boolean line = !array.isEmpty() && !(array.get(0) instanceof List);
        boolean onlyPosition = line && !Coercion.truthy(args.get(2));
        double row = onlyPosition ? 1 : positionOr(1, args.get(1));
        double column = onlyPosition ? lineColumn(args.get(1)) : positionOr(1, args.get(2));
        if (column < 0 || row < 0) {
            return FormulaError.VALUE;
        }
        if (line && row == 1 && column <= array.size()) {
            return Undefined.at(objects(array), column - 1);
        }
        return row <= array.size() ? cell(array, row, column) : FormulaError.REF;
    }

    private static double lineColumn(Object position) {
        return plainNumber(position == null ? (Object) 0.0 : position);
    }

    private static Object cell(List<?> array, double row, double column) {
        Object line = Undefined.at(objects(array), row - 1);
        if (line instanceof Double || line instanceof Boolean) {
            return FormulaError.REF;
        }
        if (!(line instanceof List<?> cells)) {
            throw NotNative.SIGNAL;
        }
        return column <= cells.size() ? Undefined.at(objects(cells), column - 1) : FormulaError.REF;
    }

    private static Object vlookup(Arguments args) {
        Object sought = args.get(0);
        if (!Coercion.truthy(args.get(1)) || !Coercion.truthy(args.get(2))) {
            return FormulaError.NA;
        }
        if (!(args.get(1) instanceof List<?> table)) {
            throw NotNative.SIGNAL;
        }
        double column = plainNumber(args.get(2));
        Object range = args.get(3);
        boolean nearest = !(Operators.strictEquals(range, 0.0) || Operators.strictEquals(range, false));
        return nearest ? nearestRow(table, sought, column) : exactRow(table, sought, column);
    }

    private static Object exactRow(List<?> table, Object sought, double column) {
        for (Object row : table) {
            if (Operators.strictEquals(lowerCase(first(row)), lowerCase(sought))) {
                return columnOf(row, column);
            }
        }
        return FormulaError.NA;
    }

    private static Object nearestRow(List<?> table, Object sought, double column) {
        boolean number = sought instanceof Double;
        Object found = FormulaError.NA;
        boolean passed = false;
        for (Object row : table) {
            Object key = lowerCase(first(row));
            if (Operators.strictEquals(key, lowerCase(sought))) {
                return columnOf(row, column);
            }
            if (!passed && number && Operators.lessOrEqual(key, sought)) {
                found = columnOf(row, column);
            } else if (!passed && key instanceof String) {
                // Which text comes before which is the original's collation.
                throw NotNative.SIGNAL;
            }
            passed |= number && Operators.greater(key, sought);
        }
        return found;
    }

    private static Object first(Object row) {
        if (row instanceof List<?> cells) {
            return cells.isEmpty() ? UNDEFINED : cells.get(0);
        }
        throw NotNative.SIGNAL;
    }

    private static Object columnOf(Object row, double column) {
        List<?> cells = (List<?>) row;
        return column < cells.size() + 1 ? Undefined.at(objects(cells), column - 1) : FormulaError.REF;
    }

    private static Object lowerCase(Object value) {
        return value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
    }

    /** Each argument once; arrays are not looked into. */
    private static Object unique(Arguments args) {
        var seen = new ArrayList<>();
        for (Object value : args.values()) {
            if (seen.stream().noneMatch(other -> Operators.strictEquals(other, value))) {
                seen.add(value);
            }
        }
        return seen;
    }

    private static Object rows(Arguments args) {
        if (args.count() != 1) {
            return FormulaError.NA;
        }
        return args.get(0) instanceof List<?> list ? (Object) (double) list.size() : FormulaError.VALUE;
    }

    private static Object columns(Arguments args) {
        if (args.count() != 1) {
            return FormulaError.NA;
        }
        if (!(args.get(0) instanceof List<?> list)) {
            return FormulaError.VALUE;
        }
        if (list.isEmpty()) {
            return 0.0;
        }
        if (list.get(0) instanceof List<?> row) {
            return (double) Math.max(1, row.size());
        }
        if (list.get(0) instanceof Double) {
            return 1.0;
        }
        throw NotNative.SIGNAL;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> objects(List<?> list) {
        return (List<Object>) list;
    }
}
