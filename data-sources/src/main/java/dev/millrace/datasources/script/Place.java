package dev.millrace.datasources.script;

/** Says where in a script something stands. */
public final class Place {
    private Place() {}

    /** {@code  (line 2, column 5)}, with the blank before it. */
    public static String of(String sql, int index) {
        int end = Math.min(index, sql.length());
        String before = sql.substring(0, end);
        long line = before.lines().count() + (before.isEmpty() || before.endsWith("\n") ? 1 : 0);
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, end) + 1;
        return " (line %d, column %d)".formatted(line, column);
    }
}
