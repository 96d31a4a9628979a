package dev.millrace.orchestrator.engine.node.date;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Days, weeks and months of a date, in its zone. Weeks begin on Monday. */
final class Calendar {
    private static final int MONTHS_PER_QUARTER = 3;
    private static final int DAYS_PER_WEEK = 7;

    private Calendar() {}

    /**
     * Goes on by an amount. Months and years keep the day, or take the last there is; fractions of them are cut off, those of days and
     * weeks rounded to days, as Day.js does.
     */
    static ZonedDateTime plus(ZonedDateTime at, double amount, DateUnit unit) {
        return switch (unit) {
            case YEAR -> at.plusYears((long) (at.getYear() + amount) - at.getYear());
            case QUARTER -> plusMonths(at, amount * MONTHS_PER_QUARTER);
            case MONTH -> plusMonths(at, amount);
            case WEEK -> at.plusDays((long) Math.floor(amount * DAYS_PER_WEEK + 0.5));
            case DAY -> at.plusDays((long) Math.floor(amount + 0.5));
            default -> {
                double millis = at.toInstant().toEpochMilli() + amount * unit.millis();
                yield Instant.ofEpochMilli((long) millis).atZone(at.getZone());
            }
        };
    }

    private static ZonedDateTime plusMonths(ZonedDateTime at, double amount) {
        int month = at.getMonthValue() - 1;
        return at.plusMonths((long) (month + amount) - month);
    }

    static ZonedDateTime startOf(ZonedDateTime at, DateUnit unit) {
        return switch (unit) {
            case YEAR, QUARTER, MONTH, WEEK, DAY ->
                firstDay(at.toLocalDate(), unit).atStartOfDay(at.getZone());
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
            case MINUTE -> at.truncatedTo(ChronoUnit.MINUTES);
            case SECOND -> at.truncatedTo(ChronoUnit.SECONDS);
            case MILLISECOND -> at;
        };
    }

    private static LocalDate firstDay(LocalDate day, DateUnit unit) {
        return switch (unit) {
            case YEAR -> day.withDayOfYear(1);
            case QUARTER ->
                day.withDayOfMonth(1).withMonth((quarter(day.getMonthValue()) - 1) * MONTHS_PER_QUARTER + 1);
            case MONTH -> day.withDayOfMonth(1);
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> day;
        };
    }

    /** The last millisecond. */
    static ZonedDateTime endOf(ZonedDateTime at, DateUnit unit) {
        ZonedDateTime start = startOf(at, unit);
        ZonedDateTime next =
                switch (unit) {
                    case YEAR, QUARTER, MONTH, WEEK, DAY ->
                        plus(start, 1, unit).toLocalDate().atStartOfDay(at.getZone());
                    case HOUR -> start.plusHours(1);
                    case MINUTE -> start.plusMinutes(1);
                    case SECOND -> start.plusSeconds(1);
                    case MILLISECOND -> start.plus(1, ChronoUnit.MILLIS);
                };
        return next.minus(1, ChronoUnit.MILLIS);
    }

    /** Months from 1; the week is told as the day in it, Sunday 0 to Saturday 6. */
    static int get(ZonedDateTime at, DateUnit unit) {
        return switch (unit) {
            case YEAR -> at.getYear();
            case QUARTER -> quarter(at.getMonthValue());
            case MONTH -> at.getMonthValue();
            case WEEK -> at.getDayOfWeek().getValue() % DAYS_PER_WEEK;
            case DAY -> at.getDayOfMonth();
            case HOUR -> at.getHour();
            case MINUTE -> at.getMinute();
            case SECOND -> at.getSecond();
            case MILLISECOND -> at.get(ChronoField.MILLI_OF_SECOND);
        };
    }

    private static int quarter(int month) {
        return (month - 1) / MONTHS_PER_QUARTER + 1;
    }
}
