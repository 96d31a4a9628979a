package dev.millrace.orchestrator.engine.node.date;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates and numbers from JSON as Day.js and JavaScript do: a number is milliseconds since 1970, a text without a zone is
 * local time. A date that does not exist (February 30) is none, where JavaScript would roll it over.
 */
final class Reading {
    private static final Pattern LOCAL = Pattern.compile(
            "(\\d{4})[-/]?(\\d{1,2})?[-/]?(\\d{0,2})[Tt\\s]*(\\d{1,2})?:?(\\d{1,2})?:?(\\d{1,2})?[.:]?(\\d{1,9})?");

    private static final Pattern ZONED = Pattern.compile(
            "([+-]\\d{6}|\\d{4})-(\\d\\d)-(\\d\\d)[Tt ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)? ?([Zz]|[+-]\\d\\d(?::?\\d\\d)?)");

    private static final int ZONE_GROUP = 8;
    private static final int LONGEST = 64;
    private static final int MILLI_DIGITS = 3;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Reading() {}

    static Optional<ZonedDateTime> date(JsonNode value, ZoneId zone) {
        try {
            if (value.isNumber()) {
                return Optional.of(Instant.ofEpochMilli(value.longValue()).atZone(zone));
            }
            boolean plausible = value.isTextual() && value.textValue().length() <= LONGEST;
            return plausible ? date(value.textValue().strip(), zone) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZonedDateTime> date(String text, ZoneId zone) {
        Matcher zoned = ZONED.matcher(text);
        if (zoned.matches()) {
            ZoneOffset offset = ZoneOffset.of(zoned.group(ZONE_GROUP).toUpperCase(Locale.ROOT));
            return Optional.of(local(zoned).atZone(offset).withZoneSameInstant(zone));
        }
        Matcher local = LOCAL.matcher(text);
        if (local.matches()) {
            return Optional.of(local(local).atZone(zone));
        }
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .withZoneSameInstant(zone)
                        .truncatedTo(ChronoUnit.MILLIS));
    }

    private static LocalDateTime local(Matcher parts) {
        return LocalDateTime.of(
                Integer.parseInt(parts.group(1)),
                part(parts, 2, 1),
                part(parts, 3, 1),
                part(parts, 4, 0),
                part(parts, 5, 0),
                part(parts, 6, 0),
                millis(parts.group(7)) * NANOS_PER_MILLI);
    }

    private static int part(Matcher parts, int group, int otherwise) {
        String digits = parts.group(group);
        return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    /** Of a fraction of a second; further digits are cut off. */
    private static int millis(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000").substring(0, MILLI_DIGITS));
    }

    static Optional<Double> number(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.doubleValue()).filter(Double::isFinite);
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        boolean decimal =
                !text.isEmpty() && text.length() <= LONGEST && "+-.0123456789eE".contains(text.substring(0, 1));
        try {
            return decimal && Character.isDigit(text.charAt(text.length() - 1))
                    ? Optional.of(Double.parseDouble(text)).filter(Double::isFinite)
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
