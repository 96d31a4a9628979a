package dev.millrace.expressions.formulajs;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/** Counting, averages and extremes. */
final class StatisticsFunctions {
    private StatisticsFunctions() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("COUNT", args -> (double) numbersIn(args.flat()).length);
        functions.put("COUNTA", args -> (double) (args.flat().size() - blanks(args.flat())));
        functions.put("COUNTBLANK", args -> (double) blanks(args.flat()));
        functions.put("AVERAGE", args -> average(args.flat()));
        functions.put("AVERAGEA", args -> averageOfAll(args.flat()));
        functions.put("MAX", args -> extreme(args.flat(), Math::max, Double.NEGATIVE_INFINITY));
        functions.put("MIN", args -> extreme(args.flat(), Math::min, Double.POSITIVE_INFINITY));
        functions.put("MAXA", args -> extreme(asNumbers(args.flat()), Math::max, Double.NEGATIVE_INFINITY));
        functions.put("MINA", args -> extreme(asNumbers(args.flat()), Math::min, Double.POSITIVE_INFINITY));
        functions.put("VAR.P", args -> notANumberIsNum(variance(args, 0)));
        functions.put("VAR.S", args -> variance(args, 1));
        functions.put("STDEV.P", args -> notANumberIsNum(Math.sqrt(variance(args, 0))));
        functions.put("STDEV.S", args -> Math.sqrt(variance(args, 1)));
        for (String name : List.of("VAR", "STDEV")) {
            functions.put(name + "P", functions.get(name + ".P"));
            functions.put(name + "S", functions.get(name + ".S"));
        }
    }

    static double[] numbersIn(List<?> values) {
        return values.stream()
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .toArray();
    }

    private static long blanks(List<Object> values) {
        return values.stream()
                .filter(value -> Undefined.isNullish(value) || value.equals(""))
                .count();
    }

    private static Object average(List<Object> given) {
        given.removeIf(Undefined::isNullish);
        if (given.isEmpty()) {
            return FormulaError.DIV0;
        }
        FormulaError error = Arguments.firstError(given);
        return error != null ? error : notANumberIsNum(mean(numbersIn(given)));
    }

    private static Object averageOfAll(List<Object> given) {
        given.removeIf(Undefined::isNullish);
        if (given.isEmpty()) {
            return FormulaError.DIV0;
        }
        FormulaError error = Arguments.firstError(given);
        if (error != null) {
            return error;
        }
        double sum = 0;
        for (Object value : given) {
            sum += value instanceof Double number ? number : Boolean.TRUE.equals(value) ? 1 : 0;
        }
        return notANumberIsNum(sum / given.size());
    }

    private static double mean(double... numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }

    private static Object notANumberIsNum(double result) {
        return Double.isNaN(result) ? FormulaError.NUM : (Object) result;
    }

    private static Object extreme(List<Object> values, DoubleBinaryOperator better, double worst) {
        FormulaError error = Arguments.firstError(values);
        if (error != null) {
            return error;
        }
        double[] numbers = numbersIn(values);
        double extreme = worst;
        for (double number : numbers) {
            extreme = better.applyAsDouble(extreme, number);
        }
        return numbers.length == 0 ? 0.0 : extreme;
    }

    /** Booleans and text as numbers, text that is none and nothing as 0. */
    private static List<Object> asNumbers(List<Object> values) {
        values.replaceAll(StatisticsFunctions::asNumber);
        return values;
    }

    static Object asNumber(Object value) {
        if (value instanceof List || value instanceof Map || value instanceof JsDate) {
            throw NotNative.SIGNAL;
        }
        if (value instanceof Double || value instanceof FormulaError) {
            return value;
        }
        return Parsing.number(value) instanceof Double number ? number : (Object) 0.0;
    }

    private static double variance(Arguments args, int bias) {
        double[] numbers = numbersIn(args.flat());
        double mean = mean(numbers);
        double sum = 0;
        for (double number : numbers) {
            sum += (number - mean) * (number - mean);
        }
        return sum / (numbers.length - bias);
    }
}
