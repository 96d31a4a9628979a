package dev.millrace.expressions.mathjs;

import java.util.List;
import java.util.Map;

/** Every function and constant that is evaluated here. */
final class Functions {
    private static final List<Family> FAMILIES = List.of(
            ArithmeticFunctions.family(),
            TrigonometryFunctions.family(),
            RelationalFunctions.family(),
            LogicalFunctions.family(),
            BitwiseFunctions.family(),
            CombinatoricFunctions.family(),
            StatisticFunctions.family(),
            ListFunctions.family(),
            TypeFunctions.family());

    private static final Map<String, Double> CONSTANTS = Map.ofEntries(
            Map.entry("pi", Math.PI),
            Map.entry("PI", Math.PI),
            Map.entry("tau", 2 * Math.PI),
            Map.entry("e", Math.E),
            Map.entry("E", Math.E),
            Map.entry("phi", 1.61803398874989484820458683436563811772030917980576286213545),
            Map.entry("LN2", 0.6931471805599453),
            Map.entry("LN10", 2.302585092994046),
            Map.entry("LOG2E", 1.4426950408889634),
            Map.entry("LOG10E", 0.4342944819032518),
            Map.entry("SQRT1_2", 0.7071067811865476),
            Map.entry("SQRT2", 1.4142135623730951));

    private Functions() {}

    /** @throws HandOver where only the original has it, or says what is wrong with the call */
    static MathFunction find(String name, int arguments) {
        return FAMILIES.stream()
                .flatMap(family -> family.find(name, arguments).stream())
                .findFirst()
                .orElseThrow(HandOver::toOriginal);
    }

    static Object constant(String name) {
        var value = CONSTANTS.get(name);
        if (value == null) {
            throw HandOver.toOriginal();
        }
        return value;
    }
}
