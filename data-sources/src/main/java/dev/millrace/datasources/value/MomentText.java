package dev.millrace.datasources.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Dates and times as texts; what has no zone is meant in the configured one. Numbers are milliseconds since 1970. */
final class MomentText {
    private final ZoneId zone;

    MomentText(ZoneId zone) {
        this.zone = zone;
    }

    Optional<String> instant(JsonNode value) {
        return parse(value).map(moment -> toInstant(moment).toString());
    }

    /** Wall time is taken as it is written; only an instant is shifted to the zone. */
    Optional<String> wallTime(JsonNode value) {
        return parse(value).map(moment -> toWallTime(moment).toString());
    }

    /** Of an instant the date in UTC, as the reference's clients send dates at midnight UTC. */
    Optional<String> date(JsonNode value) {
        return parse(value).map(moment -> toDate(moment).toString());
    }

    private Optional<TemporalAccessor> parse(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return Optional.of(Instant.ofEpochMilli(value.longValue()).atOffset(ZoneOffset.UTC));
        }
        return value.isTextual() ? parse(value.textValue().strip()) : Optional.empty();
    }

    private static Optional<TemporalAccessor> parse(String text) {
        try {
            return Optional.of(parseIso(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TemporalAccessor parseIso(String text) {
        if (text.length() <= 10) {
            return LocalDate.parse(text);
        }
        String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        return DateTimeFormatter.ISO_DATE_TIME.parseBest(
                iso, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from);
    }

    private Instant toInstant(TemporalAccessor moment) {
        return hasZone(moment)
                ? Instant.from(moment)
                : toWallTime(moment).atZone(zone).toInstant();
    }

    private LocalDateTime toWallTime(TemporalAccessor moment) {
        if (moment instanceof LocalDate date) {
            return date.atTime(LocalTime.MIDNIGHT);
        }
        return hasZone(moment) ? Instant.from(moment).atZone(zone).toLocalDateTime() : LocalDateTime.from(moment);
    }

    private static LocalDate toDate(TemporalAccessor moment) {
        return hasZone(moment) ? Instant.from(moment).atOffset(ZoneOffset.UTC).toLocalDate() : LocalDate.from(moment);
    }

    private static boolean hasZone(TemporalAccessor moment) {
        return moment instanceof ZonedDateTime || moment instanceof OffsetDateTime;
    }
}
