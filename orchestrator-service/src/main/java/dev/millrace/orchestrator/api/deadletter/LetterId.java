package dev.millrace.orchestrator.api.deadletter;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a letter stands on the topic of dead letters. */
record LetterId(int partition, long offset) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    static Optional<LetterId> parse(String text) {
        var read = FORM.matcher(text);
        return read.matches()
                ? Optional.of(new LetterId(Integer.parseInt(read.group(1)), Long.parseLong(read.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
