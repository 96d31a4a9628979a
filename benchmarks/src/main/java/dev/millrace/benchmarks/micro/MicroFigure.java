package dev.millrace.benchmarks.micro;

import java.util.Locale;

/**
 * One line of the result.
 *
 * @param value in {@code unit}
 * @param bound what is promised: below it
 */
public record MicroFigure(String title, double value, String unit, double bound) {
    public boolean met() {
        return value < bound;
    }

    String line() {
        return String.format(
                Locale.ROOT, "%-52s %10.2f %-6s under %8.2f  %s", title, value, unit, bound, met() ? "met" : "MISSED");
    }
}
