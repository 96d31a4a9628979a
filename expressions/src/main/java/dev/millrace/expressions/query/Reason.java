package dev.millrace.expressions.query;

import java.util.regex.Pattern;

/** What a library's exception says, on one line and not at length: some repeat the whole value they failed on. */
final class Reason {
    private static final int LONGEST = 300;

    private static final Pattern EXCEPTION_NAME = Pattern.compile("^[\\w.]+Exception: ");

    private Reason() {}

    static String of(Throwable failure) {
        String message = failure.getMessage();
        String line = message == null || message.isBlank()
                ? "it is none (%s)".formatted(failure.getClass().getSimpleName())
                : EXCEPTION_NAME
                        .matcher(message.strip().replaceAll("\\s+", " "))
                        .replaceFirst("");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
