package dev.millrace.expressions.formulajs;

import java.util.Map;

/** Functions of one or two numbers. */
final class MathFunctions {
    private static final double DEGREES = 180;
    private static final int LAST_FACTORIAL = 170;
    private static final int MAX_ROMAN = 3999;
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_DIGITS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
    };

    private MathFunctions() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("ABS", args -> Numeric.unary(args, Math::abs));
        functions.put("SIGN", args -> Numeric.unary(args, n -> n < 0 ? -1 : n == 0 ? 0 : 1));
        functions.put("SQRT", MathFunctions::sqrt);
        functions.put("EXP", MathFunctions::exp);
        functions.put("LN", MathFunctions::ln);
        functions.put("LOG10", MathFunctions::log10);
        functions.put("LOG", MathFunctions::log);
        functions.put("PI", args -> Math.PI);
        functions.put("DEGREES", args -> Numeric.unary(args, n -> n * DEGREES / Math.PI));
        functions.put("RADIANS", args -> Numeric.unary(args, n -> n * Math.PI / DEGREES));
        functions.put("MOD", args -> Numeric.binary(args, MathFunctions::mod));
        functions.put("POWER", args -> Numeric.binary(args, MathFunctions::power));
        functions.put("QUOTIENT", args -> Numeric.binary(args, (n, d) -> NumberText.parseInt(NumberText.of(n / d))));
        functions.put("FACT", args -> Numeric.unary(args, MathFunctions::factorial));
        functions.put("COMBIN", args -> Numeric.binary(args, MathFunctions::combinations));
        functions.put("ROMAN", MathFunctions::roman);
    }

    private static Object sqrt(Arguments args) {
        boolean negative = Parsing.number(args.get(0)) instanceof Double number && number < 0;
        return negative ? FormulaError.NUM : Numeric.unary(args, Math::sqrt);
    }

    private static Object exp(Arguments args) {
        if (args.count() < 1) {
            return FormulaError.NA;
        }
        return args.count() > 1 ? FormulaError.ERROR : Numeric.unary(args, StrictMath::exp);
    }

    private static Object ln(Arguments args) {
        Object number = Parsing.number(args.get(0));
        boolean zero = number instanceof Double value && value == 0;
        return zero ? FormulaError.NUM : Numeric.unary(args, StrictMath::log);
    }

    private static Object log10(Arguments args) {
        Object number = Parsing.number(args.get(0));
        boolean zero = number instanceof Double value && value == 0;
        return zero ? FormulaError.NUM : Numeric.unary(args, n -> StrictMath.log(n) / StrictMath.log(10));
    }

    private static Object log(Arguments args) {
        Object number = Parsing.number(args.get(0));
        Object base = Coercion.truthy(args.get(1)) ? Parsing.number(args.get(1)) : (Object) 10.0;
        FormulaError error = Arguments.firstError(number, base);
        if (error != null) {
            return error;
        }
        boolean undefined = (Double) number == 0 || (Double) base == 0;
        return undefined
                ? FormulaError.NUM
                : (Object) (StrictMath.log((Double) number) / StrictMath.log((Double) base));
    }

    private static Object mod(double number, double divisor) {
        if (divisor == 0) {
            return FormulaError.DIV0;
        }
        double modulus = Math.abs(number % divisor);
        modulus = number < 0 ? divisor - modulus : modulus;
        return divisor > 0 ? modulus : -modulus;
    }

    private static Object power(double number, double power) {
        if (number == 0 && power == 0) {
            return FormulaError.NUM;
        }
        double result = StrictMath.pow(number, power);
        return Double.isNaN(result) ? FormulaError.NUM : (Object) result;
    }

    /** Beyond these bounds the original recurses until its stack ends; what it then says is its own. */
    private static double factorial(double number) {
        double whole = Math.floor(number);
        if (!(whole >= 0 && whole <= LAST_FACTORIAL)) {
            throw NotNative.SIGNAL;
        }
        double product = 1;
        for (int i = 2; i <= whole; i++) {
            product *= i;
        }
        return product;
    }

    private static Object combinations(double number, double chosen) {
        if (number < chosen) {
            return FormulaError.NUM;
        }
        return factorial(number) / (factorial(chosen) * factorial(number - chosen));
    }

    private static Object roman(Arguments args) {
        if (!(Parsing.number(args.get(0)) instanceof Double number)) {
            return Parsing.number(args.get(0));
        }
        if (!(number >= 0 && number <= MAX_ROMAN && number == Math.rint(number))) {
            throw NotNative.SIGNAL;
        }
        var out = new StringBuilder();
        int rest = number.intValue();
        for (int i = 0; i < ROMAN_VALUES.length; i++) {
            out.append(ROMAN_DIGITS[i].repeat(rest / ROMAN_VALUES[i]));
            rest %= ROMAN_VALUES[i];
        }
        return out.toString();
    }
}
