package dev.millrace.expressions.formulajs;

import java.util.List;
import java.util.Map;

/** Sums, products and common divisors of many numbers. */
final class SumFunctions {
    /** Factors are tried one by one; larger numbers belong to the original with its time limit. */
    private static final double MAX_FACTORED = 1e12;

    private static final double MAX_EXACT = 9007199254740992.0;

    private SumFunctions() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("SUM", args -> sum(args.values()));
        functions.put("SUMSQ", SumFunctions::squares);
        functions.put("SUMPRODUCT", SumFunctions::sumProduct);
        functions.put("PRODUCT", SumFunctions::product);
        functions.put("GCD", SumFunctions::gcd);
        functions.put("LCM", SumFunctions::lcm);
    }

    /** Numbers and the numbers that texts start with, at every depth; booleans and the rest count nothing. */
    static Object sum(Object... values) {
        double sum = 0;
        for (Object value : values) {
            if (value instanceof FormulaError) {
                return value;
            }
            Object part = value instanceof List<?> list ? sum(list.toArray()) : part(value);
            if (part instanceof FormulaError) {
                return part;
            }
            sum += (Double) part;
        }
        return sum;
    }

    private static Double part(Object value) {
        if (value instanceof Double number) {
            return number;
        }
        double number = value instanceof String text ? NumberText.parseFloat(text) : 0;
        return Double.isNaN(number) ? 0.0 : number;
    }

    private static Object squares(Arguments args) {
        Object numbers = Parsing.numbers(args.flat());
        if (!(numbers instanceof List<?> list)) {
            return numbers;
        }
        double sum = 0;
        for (Object number : list) {
            double value = (Double) number;
            sum += InformationFunctions.isNumber(number) ? value * value : 0;
        }
        return sum;
    }

    private static Object product(Arguments args) {
        List<Object> given = args.flat();
        given.removeIf(Undefined::isNullish);
        if (given.isEmpty()) {
            return 0.0;
        }
        Object numbers = Parsing.numbers(given);
        if (!(numbers instanceof List<?> list)) {
            return numbers;
        }
        double product = 1;
        for (Object number : list) {
            product *= (Double) number;
        }
        return product;
    }

    private static Object sumProduct(Arguments args) {
        if (args.count() == 0) {
            return FormulaError.VALUE;
        }
        return sumProduct(args.values());
    }

    private static Object sumProduct(Object... columns) {
        double sum = 0;
        for (int i = 0; i < list(columns[0]).size(); i++) {
            var row = new Object[columns.length];
            for (int k = 0; k < columns.length; k++) {
                row[k] = Undefined.at(list(columns[k]), i);
            }
            Object part = row[0] instanceof List ? sumProduct(row) : rowProduct(row);
            if (part instanceof FormulaError) {
                return part;
            }
            sum += (Double) part;
        }
        return sum;
    }

    private static Object rowProduct(Object... row) {
        double product = 1;
        for (Object value : row) {
            Object number = Parsing.number(value);
            if (number instanceof FormulaError) {
                return number;
            }
            product *= (Double) number;
        }
        return product;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        if (value instanceof List<?> list) {
            return (List<Object>) list;
        }
        throw NotNative.SIGNAL;
    }

    private static Object gcd(Arguments args) {
        Object numbers = Parsing.numbers(args.flat());
        if (!(numbers instanceof List<?> list)) {
            return numbers;
        }
        double x = Math.abs((Double) list.get(0));
        for (int i = 1; i < list.size(); i++) {
            x = gcd(x, Math.abs((Double) list.get(i)));
        }
        return x;
    }

    private static double gcd(double first, double second) {
        double x = first;
        double y = second;
        while (x != 0 && y != 0 && !Double.isNaN(x) && !Double.isNaN(y)) {
            if (x > y) {
                x %= y;
            } else {
                y %= x;
            }
        }
        return x + y;
    }

    private static Object lcm(Arguments args) {
        Object numbers = Parsing.numbers(args.flat());
        if (!(numbers instanceof List<?> list)) {
            return numbers;
        }
        double lcm = 1;
        for (int i = list.size() - 1; i >= 0; i--) {
            double number = (Double) list.get(i);
            if (number == 0) {
                return 0.0;
            }
            boolean plain = number >= 1 && number <= MAX_FACTORED && number == Math.rint(number);
            if (!plain) {
                throw NotNative.SIGNAL;
            }
            lcm = lcm / gcd(lcm, number) * number;
            if (lcm > MAX_EXACT) {
                throw NotNative.SIGNAL;
            }
        }
        return lcm;
    }
}
