package dev.millrace.datasources.filter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalUnit;
import java.time.temporal.WeekFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One date as the range of its unit: {@code 2024}, {@code 2024Q3}, {@code 2024W09} (ISO week), {@code 2024w09} (week from
 * Sunday), {@code 2024-02}, {@code 2024-02-29}, {@code 2024-02-29T10}, {@code …T10:30:15.123}, each with an optional offset.
 * With {@code Z} and a time it is one instant.
 */
final class DateText {
    private static final Pattern YEAR_PART = Pattern.compile("(\\d{4})(?:([QWw])(\\d{1,2}))?(Z|[+-]\\d\\d:\\d\\d)?");
    private static final Pattern CALENDAR = Pattern.compile("(\\d{4})-(\\d\\d)(?:-(\\d\\d)"
            + "(?:[T ](\\d\\d)(?::(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?)?)?)?(Z|[+-]\\d\\d:\\d\\d)?");

    private DateText() {}

    /** @throws java.time.DateTimeException for a date that the calendar does not have */
    static Optional<DateRange> read(String text, ZoneId zone) {
        Matcher year = YEAR_PART.matcher(text);
        if (year.matches()) {
            return Optional.of(yearPart(year, zone));
        }
        Matcher calendar = CALENDAR.matcher(text);
        return calendar.matches() ? Optional.of(calendar(calendar, zone)) : Optional.empty();
    }

    private static DateRange yearPart(Matcher match, ZoneId zone) {
        int year = Integer.parseInt(match.group(1));
        ZoneId own = zone(match.group(4), zone);
        LocalDate newYear = LocalDate.of(year, 1, 1);
        if (match.group(2) == null) {
            return range(newYear.atStartOfDay(), ChronoUnit.YEARS, own);
        }
        int number = Integer.parseInt(match.group(3));
        return switch (match.group(2)) {
            case "Q" ->
                range(newYear.with(IsoFields.QUARTER_OF_YEAR, number).atStartOfDay(), IsoFields.QUARTER_YEARS, own);
            case "W" -> range(firstDay(year, number, WeekFields.ISO), ChronoUnit.WEEKS, own);
            default -> range(firstDay(year, number, WeekFields.SUNDAY_START), ChronoUnit.WEEKS, own);
        };
    }

    private static LocalDateTime firstDay(int year, int week, WeekFields weeks) {
        return LocalDate.of(year, 7, 1)
                .with(weeks.weekOfWeekBasedYear(), week)
                .with(weeks.dayOfWeek(), 1)
                .atStartOfDay();
    }

    private static DateRange calendar(Matcher match, ZoneId zone) {
        LocalDate date =
                LocalDate.of(number(match, 1), number(match, 2), match.group(3) == null ? 1 : number(match, 3));
        LocalTime time = LocalTime.of(number(match, 4), number(match, 5), number(match, 6))
                .with(ChronoField.NANO_OF_SECOND, nanos(match.group(7)));
        boolean exact = match.group(4) != null && "Z".equals(match.group(8));
        ZoneId own = zone(match.group(8), zone);
        LocalDateTime start = date.atTime(time);
        // PostgreSQL keeps microseconds, so an instant is a range of one.
        TemporalUnit unit = exact ? ChronoUnit.MICROS : unit(match);
        return DateRange.of(start, start.plus(1, unit), own, exact);
    }

    private static TemporalUnit unit(Matcher match) {
        if (match.group(3) == null) {
            return ChronoUnit.MONTHS;
        }
        if (match.group(4) == null) {
            return ChronoUnit.DAYS;
        }
        if (match.group(5) == null) {
            return ChronoUnit.HOURS;
        }
        if (match.group(6) == null) {
            return ChronoUnit.MINUTES;
        }
        String fraction = match.group(7);
        return fraction == null ? ChronoUnit.SECONDS : fraction.length() <= 3 ? ChronoUnit.MILLIS : ChronoUnit.MICROS;
    }

    private static DateRange range(LocalDateTime start, TemporalUnit unit, ZoneId zone) {
        return DateRange.of(start, start.plus(1, unit), zone, false);
    }

    private static int number(Matcher match, int group) {
        return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
    }

    private static long nanos(String fraction) {
        return fraction == null ? 0 : Long.parseLong((fraction + "00000000").substring(0, 9));
    }

    private static ZoneId zone(String text, ZoneId otherwise) {
        return text == null ? otherwise : ZoneId.of(text);
    }
}
