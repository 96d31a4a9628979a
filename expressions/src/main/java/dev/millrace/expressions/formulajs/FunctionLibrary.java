package dev.millrace.expressions.formulajs;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The names that can be called: formula functions (dotted variants under their full name) and JavaScript's own. */
final class FunctionLibrary {
    private static final Map<String, FormulaFunction> FUNCTIONS = all();

    private FunctionLibrary() {}

    /** Null for a name that the native side does not know. */
    static FormulaFunction find(String name) {
        return FUNCTIONS.get(name);
    }

    static boolean isKnown(String name) {
        return FUNCTIONS.containsKey(name);
    }

    static Set<String> names() {
        return FUNCTIONS.keySet();
    }

    private static Map<String, FormulaFunction> all() {
        Map<String, FormulaFunction> functions = new HashMap<>();
        LogicalFunctions.addTo(functions);
        InformationFunctions.addTo(functions);
        TextFunctions.addTo(functions);
        SubtextFunctions.addTo(functions);
        NumberFormatFunctions.addTo(functions);
        MathFunctions.addTo(functions);
        Rounding.addTo(functions);
        SumFunctions.addTo(functions);
        StatisticsFunctions.addTo(functions);
        RankFunctions.addTo(functions);
        CriteriaFunctions.addTo(functions);
        LookupFunctions.addTo(functions);
        MatchFunction.addTo(functions);
        DateFunctions.addTo(functions);
        CalendarFunctions.addTo(functions);
        DateDifference.addTo(functions);
        YearFraction.addTo(functions);
        WorkdayFunctions.addTo(functions);
        JavaScriptFunctions.addTo(functions);
        return Map.copyOf(functions);
    }
}
