package dev.millrace.benchmarks.report;

import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Results;
import dev.millrace.benchmarks.measure.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The figures as one table for people. */
public final class Table {
    private static final List<String> HEAD =
            List.of("", "p50 ms", "p99 ms", "rate/s", "of", "x loop", "x commits", "target", "");
    private static final String GAP = "  ";
    /** The columns of words stand to the left, those of numbers to the right. */
    private static final List<Integer> WORDS = List.of(0, 4, 7, 8);

    private Table() {}

    public static String render(Results results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        rows.add(row(results.bareLoopOne(), results));
        rows.add(row(results.bareLoop(), results));
        rows.add(row(results.commits(), results));
        results.figures().forEach(figure -> rows.add(row(figure, results)));
        var widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        var text = new StringBuilder();
        rows.forEach(row -> text.append(line(row, widths)).append('\n'));
        results.failures().forEach(failure -> text.append(failure.workload())
                .append(" gave no figures: ")
                .append(failure.reason())
                .append('\n'));
        return text.toString();
    }

    private static List<String> row(Figure figure, Results results) {
        return List.of(
                figure.id() + GAP + figure.title(),
                millis(figure.latency().p50()),
                millis(figure.latency().p99()),
                number("%,.0f", figure.rate()),
                figure.unit(),
                number("%.2f", results.ofBareLoop(figure)),
                number("%.2f", results.ofCommits(figure)),
                figure.target().text(),
                verdict(figure.target().judge(figure, results)));
    }

    private static String millis(double value) {
        return number(value < 10 ? "%.2f" : "%,.1f", value);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static String verdict(Target.Verdict verdict) {
        return switch (verdict) {
            case MET -> "met";
            case MISSED -> "MISSED";
            case UNKNOWN -> "not compared in this run";
            case NONE -> "";
        };
    }

    private static String line(List<String> row, int[] widths) {
        var cells = IntStream.range(0, row.size())
                .mapToObj(column -> padded(row.get(column), widths[column], WORDS.contains(column)))
                .toList();
        return String.join(GAP, cells).stripTrailing();
    }

    private static String padded(String cell, int width, boolean words) {
        var padding = " ".repeat(width - cell.length());
        return words ? cell + padding : padding + cell;
    }
}
