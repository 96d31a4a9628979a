package dev.millrace.expressions.mathjs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/** Over the arguments, or over the elements of one list however deep. Text that is a number counts as one. */
final class StatisticFunctions {
    private StatisticFunctions() {}

    static Family family() {
        var family = new Family();
        over(family, "sum", numbers -> fold(numbers, 0, Double::sum));
        over(family, "prod", numbers -> fold(numbers, 1, (x, y) -> x * y));
        over(family, "mean", StatisticFunctions::mean);
        over(family, "max", numbers -> extreme(numbers, 1));
        over(family, "min", numbers -> extreme(numbers, -1));
        over(family, "median", StatisticFunctions::median);
        over(family, "variance", StatisticFunctions::variance);
        over(family, "std", numbers -> Math.sqrt(variance(numbers)));
        return family.add("mode", 1, Family.ANY, arguments -> mode(numbers("mode", arguments)))
                .add("cumsum", 1, 1, arguments -> cumulated(arguments[0]));
    }

    private static void over(Family family, String name, ToDoubleFunction<double[]> function) {
        family.add(name, 1, Family.ANY, arguments -> function.applyAsDouble(numbers(name, arguments)));
    }

    private static double[] numbers(String name, Object[] arguments) {
        var found = new ArrayList<Double>();
        if (arguments.length == 1 && arguments[0] instanceof Sequence sequence) {
            collect(name, sequence.items(), found);
        } else {
            collect(name, List.of(present(arguments)), found);
        }
        if (found.isEmpty()) {
            // What nothing adds up to, or why there is no mean of it, depends on the function.
            throw HandOver.toOriginal();
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Object[] present(Object[] arguments) {
        for (var argument : arguments) {
            if (argument == null || argument instanceof Sequence) {
                throw HandOver.toOriginal();
            }
        }
        return arguments;
    }

    private static void collect(String name, List<Object> items, List<Double> found) {
        boolean sortsTexts = name.equals("median") || name.equals("mode");
        for (var item : items) {
            if (item instanceof Double number) {
                found.add(number);
            } else if (item instanceof String text && !sortsTexts) {
                found.add(Texts.number(text));
            } else if (item instanceof Sequence sequence) {
                collect(name, sequence.items(), found);
            } else {
                throw HandOver.toOriginal();
            }
        }
    }

    private static double fold(double[] numbers, double start, DoubleBinaryOperator function) {
        double result = start;
        for (double number : numbers) {
            result = function.applyAsDouble(result, number);
        }
        return result;
    }

    private static double mean(double[] numbers) {
        return fold(numbers, 0, Double::sum) / numbers.length;
    }

    private static double extreme(double[] numbers, int sign) {
        double result = numbers[0];
        for (double number : numbers) {
            if (Double.isNaN(number) || Rounding.compare(number, result) == sign && !Double.isNaN(result)) {
                result = number;
            }
        }
        return result;
    }

    private static double median(double[] numbers) {
        if (Arrays.stream(numbers).anyMatch(Double::isNaN)) {
            throw HandOver.toOriginal();
        }
        Arrays.sort(numbers);
        int middle = numbers.length / 2;
        return numbers.length % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
    }

    private static double variance(double[] numbers) {
        double mean = mean(numbers);
        double squares = Arrays.stream(numbers).reduce(0, (sum, x) -> sum + (x - mean) * (x - mean));
        return numbers.length == 1 && !Double.isNaN(squares) ? 0 : squares / (numbers.length - 1);
    }

    private static Object mode(double[] numbers) {
        var counts = new LinkedHashMap<Double, Integer>();
        var modes = new ArrayList<Object>();
        int most = 0;
        for (double number : numbers) {
            if (Double.isNaN(number)) {
                throw MathFailure.error("Cannot calculate mode of an array containing NaN values");
            }
            int count = counts.merge(number + 0.0, 1, Integer::sum);
            if (count > most) {
                modes.clear();
                most = count;
            }
            if (count == most) {
                modes.add(number);
            }
        }
        return Sequence.array(modes);
    }

    private static Object cumulated(Object argument) {
        if (!(argument instanceof Sequence sequence) || sequence.items().isEmpty() || !sequence.flat()) {
            throw HandOver.toOriginal();
        }
        double sum = 0;
        var sums = new ArrayList<Object>();
        for (double number : numbers("cumsum", new Object[] {sequence})) {
            sum += number;
            sums.add(sum);
        }
        return new Sequence(sums, sequence.matrix());
    }
}
