package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands where once the values are put in order, and what occurs most. */
final class RankFunctions {
    private RankFunctions() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("MEDIAN", RankFunctions::median);
        functions.put("LARGE", RankFunctions::large);
        functions.put("SMALL", RankFunctions::small);
        functions.put("MODE.MULT", args -> mostFrequent(args.flat()));
        functions.put("MODE.SNGL", args -> smallestMostFrequent(args.flat()));
        functions.put("RANK.EQ", args -> rank(args, false));
        functions.put("RANK.AVG", args -> rank(args, true));
        Map.of("MODEMULT", "MODE.MULT", "MODESNGL", "MODE.SNGL", "RANKEQ", "RANK.EQ", "RANKAVG", "RANK.AVG")
                .forEach((name, same) -> functions.put(name, functions.get(same)));
    }

    private static Object median(Arguments args) {
        List<Object> values = args.flat();
        FormulaError error = Arguments.firstError(values);
        if (error != null || values.isEmpty()) {
            return error != null ? error : FormulaError.NUM;
        }
        // Nothing is kept as such and only orders as 0: the middle of one empty value is empty.
        values.replaceAll(value -> value == null ? null : medianNumber(value));
        values.sort(Comparator.comparingDouble(Coercion::number));
        int middle = values.size() / 2;
        if (values.size() % 2 == 1) {
            return values.get(middle);
        }
        return (Coercion.number(values.get(middle - 1)) + Coercion.number(values.get(middle))) / 2;
    }

    private static Object medianNumber(Object value) {
        boolean unordered = value == UNDEFINED || value instanceof Double number && number.isNaN();
        if (unordered) {
            throw NotNative.SIGNAL;
        }
        return StatisticsFunctions.asNumber(value);
    }

    private static Object large(Arguments args) {
        if (!(args.get(0) instanceof List<?> list)) {
            throw NotNative.SIGNAL;
        }
        FormulaError error = Arguments.firstError(list);
        if (error != null || args.get(1) instanceof FormulaError) {
            return error != null ? error : args.get(1);
        }
        var numbers = new ArrayList<Object>();
        for (double number : StatisticsFunctions.numbersIn(Arguments.flatten(list))) {
            numbers.add(number);
        }
        numbers.sort(Comparator.comparingDouble(Coercion::number).reversed());
        if (!(Parsing.number(args.get(1)) instanceof Double k)) {
            return UNDEFINED;
        }
        return k < 0 || numbers.size() < k ? FormulaError.VALUE : Undefined.at(numbers, k - 1);
    }

    private static Object small(Arguments args) {
        Object numbers = Parsing.numbers(Arguments.flatten(args.get(0)));
        if (!(numbers instanceof List<?> list) || !(Parsing.number(args.get(1)) instanceof Double k)) {
            // As the original: a bad position gives back the array.
            return numbers;
        }
        var sorted = new ArrayList<Object>(list);
        sorted.sort(Comparator.comparingDouble(Coercion::number));
        return Undefined.at(sorted, k - 1);
    }

    private static Object mostFrequent(List<Object> values) {
        Object numbers = Parsing.numbers(values);
        if (!(numbers instanceof List<?> list)) {
            return numbers;
        }
        Map<Object, Integer> counts = new LinkedHashMap<>();
        List<Object> best = new ArrayList<>();
        int most = 0;
        for (Object number : list) {
            int count = counts.merge((Double) number + 0.0, 1, Integer::sum);
            if (count > most) {
                most = count;
                best.clear();
            }
            if (count == most) {
                best.add(number);
            }
        }
        return best;
    }

    private static Object smallestMostFrequent(List<Object> values) {
        return mostFrequent(values) instanceof List<?> best
                ? best.stream().map(Double.class::cast).min(Double::compare).orElseThrow()
                : mostFrequent(values);
    }

    /** 1 for the largest, or for the smallest with an order; 0 when the number is not among the values. */
    private static Object rank(Arguments args, boolean averageOfTies) {
        Object number = Parsing.number(args.get(0));
        Object numbers = Parsing.numbers(Arguments.flatten(args.get(1)));
        boolean readable = number instanceof Double && numbers instanceof List<?>;
        if (!readable) {
            return FormulaError.VALUE;
        }
        boolean ascending = Coercion.truthy(args.get(2));
        double own = (Double) number;
        int before = 0;
        int same = 0;
        for (double other : StatisticsFunctions.numbersIn((List<?>) numbers)) {
            before += ascending ? (other < own ? 1 : 0) : (other > own ? 1 : 0);
            same += other == own ? 1 : 0;
        }
        int first = same == 0 ? -1 : before;
        return averageOfTies && same > 1 ? (2.0 * first + same + 1) / 2 : first + 1.0;
    }
}
