package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counting, adding and averaging what meets criteria. */
final class CriteriaFunctions {
    private CriteriaFunctions() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("COUNTIF", CriteriaFunctions::countIf);
        functions.put("COUNTIFS", CriteriaFunctions::countIfs);
        functions.put("SUMIF", CriteriaFunctions::sumIf);
        functions.put("SUMIFS", CriteriaFunctions::sumIfs);
        functions.put("AVERAGEIF", CriteriaFunctions::averageIf);
        functions.put("AVERAGEIFS", args -> averageOrZero(selected(args)));
        functions.put("MAXIFS", args -> reduce(selected(args), Double.NEGATIVE_INFINITY, Math::max));
        functions.put("MINIFS", args -> reduce(selected(args), Double.POSITIVE_INFINITY, Math::min));
    }

    private static Object countIf(Arguments args) {
        Criterion criterion = Criterion.of(args.get(1));
        return (double) Arguments.flatten(args.get(0)).stream()
                .filter(criterion::matches)
                .count();
    }

    private static Object countIfs(Arguments args) {
        int size = Arguments.flatten(args.get(0)).size();
        var met = new boolean[size];
        java.util.Arrays.fill(met, true);
        for (int i = 0; i < args.count(); i += 2) {
            List<Object> range = Arguments.flatten(args.get(i));
            Criterion criterion = Criterion.of(args.get(i + 1));
            if (!criterion.matchesAll() && range.size() > size) {
                throw NotNative.SIGNAL;
            }
            for (int j = 0; j < range.size() && !criterion.matchesAll(); j++) {
                met[j] = met[j] && criterion.matches(range.get(j));
            }
        }
        double count = 0;
        for (boolean one : met) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static Object sumIf(Arguments args) {
        List<Object> range = Arguments.flatten(args.get(0));
        List<Object> sumRange = Coercion.truthy(args.get(2)) ? Arguments.flatten(args.get(2)) : range;
        if (Undefined.isNullish(args.get(1)) || args.get(1) instanceof FormulaError) {
            return 0.0;
        }
        Criterion criterion = Criterion.of(args.get(1));
        Object sum = 0.0;
        for (int i = 0; i < range.size(); i++) {
            // The original adds with JavaScript's +, which joins text.
            Object met = criterion.matches(range.get(i)) ? Undefined.at(sumRange, i) : (Object) 0.0;
            sum = Operators.add(sum, criterion.matchesAll() ? range.get(i) : met);
        }
        return sum;
    }

    /** Text among the numbers is an error here; the functions beside this one break on it. */
    private static Object sumIfs(Arguments args) {
        Object numbers = Parsing.numbers(Arguments.flatten(args.get(0)));
        return numbers instanceof FormulaError
                ? numbers
                : SumFunctions.sum(selected(args).toArray());
    }

    private static Object averageIf(Arguments args) {
        if (args.count() <= 1) {
            return FormulaError.NA;
        }
        List<Object> range = Arguments.flatten(args.get(0));
        List<Object> given = Arguments.flatten(Coercion.truthy(args.get(2)) ? args.get(2) : args.get(0));
        given.removeIf(Undefined::isNullish);
        if (!(Parsing.numbers(given) instanceof List<?> numbers)) {
            return Parsing.numbers(given);
        }
        Criterion criterion = Criterion.of(args.get(1));
        double sum = 0;
        int count = 0;
        for (int i = 0; i < range.size(); i++) {
            if (criterion.matches(range.get(i))) {
                sum += i < numbers.size() ? (Double) numbers.get(i) : Double.NaN;
                count++;
            }
        }
        return sum / count;
    }

    /** The numbers of the first range at whose positions all the ranges that follow meet their criteria. */
    private static List<Object> selected(Arguments args) {
        List<Object> given = Arguments.flatten(args.get(0));
        boolean paired = args.count() >= 3 && args.count() % 2 == 1;
        if (!paired || !(Parsing.numbers(given) instanceof List<?> numbers)) {
            throw NotNative.SIGNAL;
        }
        var selected = new ArrayList<Object>();
        var positions = new ArrayList<Integer>();
        for (int i = 0; i < numbers.size(); i++) {
            positions.add(i);
        }
        for (int i = 1; i < args.count(); i += 2) {
            List<Object> range = Arguments.flatten(args.get(i));
            Criterion criterion = Criterion.of(args.get(i + 1));
            positions.removeIf(
                    position -> !criterion.matches(position < range.size() ? range.get(position) : UNDEFINED));
        }
        positions.forEach(position -> selected.add(numbers.get(position)));
        return selected;
    }

    private static Object averageOrZero(List<Object> numbers) {
        double average = (Double) SumFunctions.sum(numbers.toArray()) / numbers.size();
        return Double.isNaN(average) ? 0.0 : average;
    }

    private static Object reduce(List<Object> numbers, double start, java.util.function.DoubleBinaryOperator better) {
        double result = start;
        for (Object number : numbers) {
            result = better.applyAsDouble(result, (Double) number);
        }
        return numbers.isEmpty() ? 0.0 : result;
    }
}
