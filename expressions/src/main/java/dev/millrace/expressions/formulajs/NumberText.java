package dev.millrace.expressions.formulajs;

import dev.millrace.expressions.text.NumberNotation;

/** Numbers to text and back as ECMAScript defines it (Number::toString, StringToNumber, parseFloat, parseInt). */
final class NumberText {
    private NumberText() {}

    static String of(double number) {
        return NumberNotation.of(number);
    }

    /** {@code Number(text)}: blank is 0, what is no number is NaN. */
    static double toNumber(String text) {
        String trimmed = Whitespace.trim(text);
        if (trimmed.isEmpty()) {
            return 0;
        }
        int end = decimalEnd(trimmed);
        if (end == trimmed.length()) {
            return decimal(trimmed);
        }
        return trimmed.length() > 2 && trimmed.charAt(0) == '0' ? prefixed(trimmed) : Double.NaN;
    }

    /** {@code parseFloat(text)}: the longest number that the text starts with. */
    static double parseFloat(String text) {
        String trimmed = Whitespace.trim(text);
        int end = decimalEnd(trimmed);
        return end == 0 ? Double.NaN : decimal(trimmed.substring(0, end));
    }

    /** {@code parseInt(text, 10)}. */
    static double parseInt(String text) {
        String trimmed = Whitespace.trim(text);
        int start = !trimmed.isEmpty() && isSign(trimmed.charAt(0)) ? 1 : 0;
        int end = digitsEnd(trimmed, start);
        return end == start ? Double.NaN : Double.parseDouble(trimmed.substring(0, end));
    }

    private static double decimal(String text) {
        // Java reads "Infinity" and signs the same way; the scan has kept out everything else that only Java takes.
        return Double.parseDouble(text);
    }

    private static double prefixed(String text) {
        int radix =
                switch (text.charAt(1)) {
                    case 'x', 'X' -> 16;
                    case 'o', 'O' -> 8;
                    case 'b', 'B' -> 2;
                    default -> 0;
                };
        double value = 0;
        for (int i = 2; i < text.length() && radix > 0; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            value = digit < 0 || text.charAt(i) > 'f' ? Double.NaN : value * radix + digit;
        }
        return radix > 0 ? value : Double.NaN;
    }

    /** Where the decimal literal that the text starts with ends; 0 when it starts with none. */
    private static int decimalEnd(String text) {
        int start = !text.isEmpty() && isSign(text.charAt(0)) ? 1 : 0;
        if (text.startsWith("Infinity", start)) {
            return start + "Infinity".length();
        }
        int end = digitsEnd(text, start);
        int digits = end - start;
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = digitsEnd(text, end + 1);
            digits += fraction - end - 1;
            end = digits > 0 ? fraction : end;
        }
        return digits == 0 ? 0 : exponentEnd(text, end);
    }

    private static int exponentEnd(String text, int end) {
        if (end >= text.length() || (text.charAt(end) | ' ') != 'e') {
            return end;
        }
        int start = end + 1 < text.length() && isSign(text.charAt(end + 1)) ? end + 2 : end + 1;
        int digits = digitsEnd(text, start);
        return digits > start ? digits : end;
    }

    private static int digitsEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }
}
