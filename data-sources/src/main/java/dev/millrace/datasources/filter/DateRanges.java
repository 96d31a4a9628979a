package dev.millrace.datasources.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.filter.DateRange.Bound;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the date values of filters: dates, lists and interval texts of two dates, relative ranges. */
final class DateRanges {
    private static final Pattern INTERVAL =
            Pattern.compile("([\\[(])([^,\\[\\]()]+),([^,\\[\\]()]+)([\\])])(Z|[+-]\\d\\d:\\d\\d)?");
    private static final String INCLUSIVE = "[]";

    private final Clock clock;

    DateRanges(Clock clock) {
        this.clock = clock;
    }

    /** Empty when the value is no date. */
    Optional<DateRange> read(JsonNode value) {
        try {
            return value.isArray() ? list(value) : value.isObject() ? RelativeDates.read(value, clock) : text(value);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The bound as a clock on the wall shows it: as written, but an instant in this clock's zone. */
    LocalDateTime wallTime(Bound bound) {
        return bound.exact() ? bound.instant().atZone(clock.getZone()).toLocalDateTime() : bound.wall();
    }

    private Optional<DateRange> text(JsonNode value) {
        if (!value.isTextual()) {
            return Optional.empty();
        }
        Matcher interval = INTERVAL.matcher(value.textValue().strip());
        if (!interval.matches()) {
            return DateText.read(value.textValue().strip(), clock.getZone());
        }
        return between(
                interval.group(2), interval.group(3), interval.group(1) + interval.group(4), zone(interval.group(5)));
    }

    /** {@code [start, end, "[)", "+08:00"]}, the last two optional and in any order. */
    private Optional<DateRange> list(JsonNode value) {
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(part.asText()));
        if (parts.size() < 2) {
            return Optional.empty();
        }
        String bounds = INCLUSIVE;
        ZoneId zone = clock.getZone();
        for (String part : parts.subList(2, parts.size())) {
            if (part.matches("[\\[(][\\])]")) {
                bounds = part;
            } else {
                zone = zone(part);
            }
        }
        return between(parts.get(0), parts.get(1), bounds, zone);
    }

    private static Optional<DateRange> between(String from, String to, String bounds, ZoneId zone) {
        return DateText.read(from.strip(), zone).flatMap(first -> DateText.read(to.strip(), zone)
                .map(last -> new DateRange(
                        bounds.startsWith("[") ? first.start() : first.end(),
                        bounds.endsWith("]") ? last.end() : last.start())));
    }

    private ZoneId zone(String text) {
        return text == null || text.isBlank() ? clock.getZone() : ZoneId.of(text);
    }
}
