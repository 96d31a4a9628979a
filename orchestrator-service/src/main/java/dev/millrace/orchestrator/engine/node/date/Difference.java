package dev.millrace.orchestrator.engine.node.date;

import java.time.ZonedDateTime;

/** How far one date is behind another, with a fraction, as Day.js counts it. */
final class Difference {
    private static final int MONTHS_PER_YEAR = 12;
    private static final int MONTHS_PER_QUARTER = 3;

    private Difference() {}

    /** Days and weeks are counted on the calendar, so that a day is one also where clocks are changed. */
    static double between(ZonedDateTime at, ZonedDateTime other, DateUnit unit) {
        return switch (unit) {
            case YEAR -> months(at, other) / MONTHS_PER_YEAR;
            case QUARTER -> months(at, other) / MONTHS_PER_QUARTER;
            case MONTH -> months(at, other);
            case WEEK, DAY -> (localMillis(at) - localMillis(other)) / unit.millis();
            default -> (millis(at) - millis(other)) / unit.millis();
        };
    }

    /** Whole months, and the part that has passed of the month in which the other date lies. */
    private static double months(ZonedDateTime a, ZonedDateTime b) {
        if (a.getDayOfMonth() < b.getDayOfMonth()) {
            return -months(b, a) + 0.0;
        }
        long whole = (b.getYear() - a.getYear()) * (long) MONTHS_PER_YEAR + b.getMonthValue() - a.getMonthValue();
        ZonedDateTime anchor = a.plusMonths(whole);
        double rest = millis(b) - millis(anchor);
        ZonedDateTime next = a.plusMonths(whole + (rest < 0 ? -1 : 1));
        double length = rest < 0 ? millis(anchor) - millis(next) : millis(next) - millis(anchor);
        return -(whole + rest / length) + 0.0;
    }

    private static double millis(ZonedDateTime at) {
        return at.toInstant().toEpochMilli();
    }

    private static double localMillis(ZonedDateTime at) {
        return millis(at) + at.getOffset().getTotalSeconds() * 1_000.0;
    }
}
