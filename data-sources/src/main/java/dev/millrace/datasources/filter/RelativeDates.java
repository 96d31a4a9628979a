package dev.millrace.datasources.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;
import java.util.Map;
import java.util.Optional;

/**
 * {@code {"type": "today"}}, {@code {"type": "past", "number": 3, "unit": "month"}}. Past and next are whole units before and
 * after the current one; weeks begin on Monday. An optional {@code timezone} names the zone.
 */
final class RelativeDates {
    private static final Map<String, TemporalUnit> UNITS = Map.of(
            "day", ChronoUnit.DAYS,
            "week", ChronoUnit.WEEKS,
            "isoWeek", ChronoUnit.WEEKS,
            "month", ChronoUnit.MONTHS,
            "quarter", IsoFields.QUARTER_YEARS,
            "year", ChronoUnit.YEARS);

    /** In units from the current one: first, and how many. */
    private static final Map<String, Span> SPANS = Map.ofEntries(
            Map.entry("today", new Span("day", 0, 1)),
            Map.entry("yesterday", new Span("day", -1, 1)),
            Map.entry("tomorrow", new Span("day", 1, 1)),
            Map.entry("thisWeek", new Span("week", 0, 1)),
            Map.entry("lastWeek", new Span("week", -1, 1)),
            Map.entry("nextWeek", new Span("week", 1, 1)),
            Map.entry("thisIsoWeek", new Span("week", 0, 1)),
            Map.entry("lastIsoWeek", new Span("week", -1, 1)),
            Map.entry("nextIsoWeek", new Span("week", 1, 1)),
            Map.entry("thisMonth", new Span("month", 0, 1)),
            Map.entry("lastMonth", new Span("month", -1, 1)),
            Map.entry("nextMonth", new Span("month", 1, 1)),
            Map.entry("thisQuarter", new Span("quarter", 0, 1)),
            Map.entry("lastQuarter", new Span("quarter", -1, 1)),
            Map.entry("nextQuarter", new Span("quarter", 1, 1)),
            Map.entry("thisYear", new Span("year", 0, 1)),
            Map.entry("lastYear", new Span("year", -1, 1)),
            Map.entry("nextYear", new Span("year", 1, 1)),
            Map.entry("last7Days", new Span("day", -6, 7)),
            Map.entry("next7Days", new Span("day", 1, 7)),
            Map.entry("last30Days", new Span("day", -29, 30)),
            Map.entry("next30Days", new Span("day", 1, 30)),
            Map.entry("last90Days", new Span("day", -89, 90)),
            Map.entry("next90Days", new Span("day", 1, 90)));

    private RelativeDates() {}

    static Optional<DateRange> read(JsonNode value, Clock clock) {
        ZoneId zone =
                value.hasNonNull("timezone") ? ZoneId.of(value.get("timezone").asText()) : clock.getZone();
        return span(value).map(span -> range(span, LocalDate.now(clock.withZone(zone)), zone));
    }

    private static Optional<Span> span(JsonNode value) {
        String unit = value.path("unit").asText("day");
        int number = Math.max(1, value.path("number").asInt(1));
        if (!UNITS.containsKey(unit)) {
            return Optional.empty();
        }
        return switch (value.path("type").asText()) {
            case "past" -> Optional.of(new Span(unit, -number, number));
            case "next" -> Optional.of(new Span(unit, 1, number));
            default -> Optional.ofNullable(SPANS.get(value.path("type").asText()));
        };
    }

    private static DateRange range(Span span, LocalDate today, ZoneId zone) {
        TemporalUnit unit = UNITS.get(span.unit());
        LocalDate first = startOf(span.unit(), today).plus(span.first(), unit);
        return DateRange.of(first.atStartOfDay(), first.plus(span.count(), unit).atStartOfDay(), zone, false);
    }

    private static LocalDate startOf(String unit, LocalDate date) {
        return switch (unit) {
            case "week", "isoWeek" -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month" -> date.withDayOfMonth(1);
            case "quarter" -> date.with(IsoFields.DAY_OF_QUARTER, 1);
            case "year" -> date.withDayOfYear(1);
            default -> date;
        };
    }

    private record Span(String unit, int first, int count) {}
}
