package dev.millrace.worker.nodes.script;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The places in a script that an error came by, the innermost first. The engine notes some places only: what it tells is the last
 * one before the error, which may be the head of the function.
 */
record Trace(List<Place> places) {
    static final Trace NONE = new Trace(List.of());

    private static final Pattern PLACE = Pattern.compile("<input>:(\\d{1,9}):(\\d{1,9})");
    /** The engine puts the content below the head of a function. */
    private static final int LINES_ABOVE = 2;

    private static final int SHOWN = 10;

    /** From 1 on. */
    record Place(int line, int column) {
        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    static Trace of(String stack) {
        return new Trace(PLACE.matcher(stack)
                .results()
                .limit(SHOWN)
                .map(found ->
                        new Place(Integer.parseInt(found.group(1)) - LINES_ABOVE, Integer.parseInt(found.group(2))))
                .filter(place -> place.line() > 0)
                .toList());
    }

    /** The innermost place in brackets, after a blank, or nothing. */
    String first() {
        return places.stream().findFirst().map(place -> " (" + place + ")").orElse("");
    }

    String all() {
        return places.stream().map(place -> "\n    near " + place).collect(Collectors.joining());
    }
}
