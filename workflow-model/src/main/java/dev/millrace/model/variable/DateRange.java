package dev.millrace.model.variable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A named range of days, written as the date operators of filters read it: one unit with its offset
 * ({@code 2024W16+08:00}), or start, end, brackets and offset.
 */
sealed interface DateRange {
    DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");
    DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

    Map<String, DateRange> NAMED = named();

    JsonNode at(ZonedDateTime now);

    static Optional<DateRange> named(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }

    /** @param offset in units from the present one */
    record Unit(TemporalUnit unit, int offset, DateTimeFormatter format) implements DateRange {
        @Override
        public JsonNode at(ZonedDateTime now) {
            ZonedDateTime there = now.plus(offset, unit);
            return Json.NODES.textNode(format.format(there) + OFFSET.format(there));
        }
    }

    /** The days {@code from} (inclusive) to {@code to} (exclusive), counted from today. */
    record Days(int from, int to) implements DateRange {
        @Override
        public JsonNode at(ZonedDateTime now) {
            return Json.NODES
                    .arrayNode()
                    .add(DAY.format(now.plusDays(from)))
                    .add(DAY.format(now.plusDays(to)))
                    .add("[)")
                    .add(OFFSET.format(now));
        }
    }

    private static Map<String, DateRange> named() {
        var named = new HashMap<String, DateRange>();
        named.put("yesterday", new Unit(ChronoUnit.DAYS, -1, DAY));
        named.put("today", new Unit(ChronoUnit.DAYS, 0, DAY));
        named.put("tomorrow", new Unit(ChronoUnit.DAYS, 1, DAY));
        putUnits(named, "Week", ChronoUnit.WEEKS, isoWeek());
        putUnits(named, "Month", ChronoUnit.MONTHS, DateTimeFormatter.ofPattern("uuuu-MM"));
        putUnits(named, "Quarter", IsoFields.QUARTER_YEARS, DateTimeFormatter.ofPattern("uuuu'Q'Q"));
        putUnits(named, "Year", ChronoUnit.YEARS, DateTimeFormatter.ofPattern("uuuu"));
        for (int days : new int[] {7, 30, 90}) {
            // The past days end with today, the next ones begin with tomorrow.
            named.put("last" + days + "Days", new Days(1 - days, 1));
            named.put("next" + days + "Days", new Days(1, days + 1));
        }
        return Map.copyOf(named);
    }

    /** Not the pattern letters {@code YYYY} and {@code ww}: those follow the locale of the server. */
    private static DateTimeFormatter isoWeek() {
        return new DateTimeFormatterBuilder()
                .appendValue(IsoFields.WEEK_BASED_YEAR, 4)
                .appendLiteral('W')
                .appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2)
                .toFormatter(Locale.ROOT);
    }

    private static void putUnits(
            Map<String, DateRange> named, String name, TemporalUnit unit, DateTimeFormatter format) {
        named.put("last" + name, new Unit(unit, -1, format));
        named.put("this" + name, new Unit(unit, 0, format));
        named.put("next" + name, new Unit(unit, 1, format));
    }
}
