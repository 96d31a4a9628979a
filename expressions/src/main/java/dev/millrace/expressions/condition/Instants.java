package dev.millrace.expressions.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Points in time among JSON values. Only a text with date, time and zone is one beyond doubt; beside such a text a number is
 * epoch milliseconds, and a date or a local time is read as UTC.
 */
final class Instants {
    /** The shortest: {@code 2024-01-01T00:00Z}. */
    private static final int MIN_LENGTH = 17;

    private static final Pattern INSTANT =
            Pattern.compile("[+-]?\\d{4,6}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");

    private static final int DATE_LENGTH = 10;

    private Instants() {}

    static boolean isInstant(JsonNode value) {
        return value.isTextual() && isInstant(value.textValue());
    }

    static Optional<Instant> parse(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(Instant.ofEpochMilli(value.longValue()));
        }
        return value.isTextual() ? parse(value.textValue()) : Optional.empty();
    }

    private static Optional<Instant> parse(String text) {
        try {
            if (isInstant(text)) {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            }
            return Optional.of(
                    text.length() == DATE_LENGTH
                            ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isInstant(String text) {
        // Cheap before exact: almost no text that is compared is a time.
        return text.length() >= MIN_LENGTH
                && Character.isDigit(text.charAt(1))
                && INSTANT.matcher(text).matches();
    }
}
