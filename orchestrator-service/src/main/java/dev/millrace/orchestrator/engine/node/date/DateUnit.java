package dev.millrace.orchestrator.engine.node.date;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Units of time, with the length that they have as durations: a year of 365 days, a month a twelfth of it. */
enum DateUnit {
    YEAR(Duration.ofDays(365)),
    QUARTER(null),
    MONTH(Duration.ofDays(365).dividedBy(12)),
    WEEK(Duration.ofDays(7)),
    DAY(Duration.ofDays(1)),
    HOUR(Duration.ofHours(1)),
    MINUTE(Duration.ofMinutes(1)),
    SECOND(Duration.ofSeconds(1)),
    MILLISECOND(Duration.ofMillis(1));

    /** Day.js' abbreviations; of the one-letter ones, case tells month from minute. */
    private static final Map<String, DateUnit> SHORT = Map.of(
            "y",
            YEAR,
            "Q",
            QUARTER,
            "M",
            MONTH,
            "w",
            WEEK,
            "d",
            DAY,
            "h",
            HOUR,
            "m",
            MINUTE,
            "s",
            SECOND,
            "ms",
            MILLISECOND);

    private final Duration length;

    DateUnit(Duration length) {
        this.length = length;
    }

    /** By name, in any case, singular or plural. */
    static Optional<DateUnit> named(String name) {
        if (SHORT.containsKey(name)) {
            return Optional.of(SHORT.get(name));
        }
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("s$", "");
        return Arrays.stream(values()).filter(unit -> unit.word().equals(plain)).findFirst();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isFixed() {
        return length != null;
    }

    static List<String> fixedNames() {
        return Arrays.stream(values())
                .filter(DateUnit::isFixed)
                .map(DateUnit::word)
                .toList();
    }

    /** Only of fixed units. */
    double millis() {
        return length.toMillis();
    }
}
