package dev.millrace.datasources.postgres;

import dev.millrace.datasources.script.Piece;
import dev.millrace.datasources.script.ScriptStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A statement of a script as the database gets it.
 *
 * @param names the variables in the order of their numbers: {@code $1} is the first
 * @param marks where parts of it begin, and what they are in the script
 */
record SentStatement(String sql, List<String> names, List<Mark> marks) {
    record Mark(int sent, Piece piece) {
        /** Inside a variable the variable's own place. */
        int written(int index) {
            int beyond =
                    piece.isVariable() ? 0 : Math.min(index - sent, piece.text().length());
            return piece.start() + beyond;
        }
    }

    /** With {@code $1} for the first variable, the same wherever it stands. */
    static SentStatement numbered(String prefix, ScriptStatement statement, String suffix) {
        var numbers = new LinkedHashMap<String, String>();
        var writer = new Writer(name -> numbers.computeIfAbsent(name, unknown -> "$" + (numbers.size() + 1)));
        writer.put(prefix).part(statement, 0, Integer.MAX_VALUE).put(suffix);
        return writer.statement(List.copyOf(numbers.keySet()));
    }

    /**
     * Rows are asked for as JSON: the driver does not read all types, and makes nulls of what it cannot read. Each is cut off
     * where it is longer than allowed. The columns behind it are null and tell names and types, also where there are no rows.
     * Names in it are none that a column has, which would be meant instead.
     *
     * @param expressions what stands for each variable
     */
    static SentStatement bound(ScriptStatement statement, Map<String, String> expressions, int bytes) {
        var writer = new Writer(expressions::get);
        var names = List.copyOf(expressions.keySet());
        if (!statement.hasRows()) {
            return writer.part(statement, 0, Integer.MAX_VALUE).statement(names);
        }
        int main = statement.isWith() ? statement.main() : 0;
        return writer.part(statement, 0, main)
                .put(statement.isWith() ? ", " : "with ")
                .put("\"millrace rows\" as (")
                .part(statement, main, Integer.MAX_VALUE)
                .put(("\n) select left(cast(row_to_json(\"millrace row\") as text), %d), \"millrace names\".*"
                                + " from \"millrace rows\" \"millrace row\""
                                + " left join \"millrace rows\" \"millrace names\" on false")
                        .formatted(bytes + 1L))
                .statement(names);
    }

    /**
     * The place in the script of a place in this statement.
     *
     * @param position as the database counts: characters, from 1 on
     */
    int written(int position) {
        int characters = Math.min(Math.max(0, position - 1), sql.codePointCount(0, sql.length()));
        int index = sql.offsetByCodePoints(0, characters);
        int written = marks.get(0).piece().start();
        for (Mark mark : marks) {
            written = mark.sent() <= index ? mark.written(index) : written;
        }
        return written;
    }

    private static final class Writer {
        private final StringBuilder sql = new StringBuilder();
        private final List<Mark> marks = new ArrayList<>();
        private final UnaryOperator<String> variables;

        Writer(UnaryOperator<String> variables) {
            this.variables = variables;
        }

        Writer put(String text) {
            sql.append(text);
            return this;
        }

        /** What stands between two places of the script. */
        Writer part(ScriptStatement statement, int from, int to) {
            for (Piece piece : statement.pieces()) {
                int start = Math.max(piece.start(), from);
                int end = Math.min(piece.start() + piece.text().length(), to);
                if (start < end && piece.isVariable()) {
                    put(piece, variables.apply(piece.text()));
                } else if (start < end) {
                    String text = piece.text().substring(start - piece.start(), end - piece.start());
                    put(new Piece(false, text, start), text);
                }
            }
            return this;
        }

        private void put(Piece piece, String text) {
            marks.add(new Mark(sql.length(), piece));
            sql.append(text);
        }

        SentStatement statement(List<String> names) {
            return new SentStatement(sql.toString(), names, List.copyOf(marks));
        }
    }
}
