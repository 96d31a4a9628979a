package dev.millrace.orchestrator.engine.node.date;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The arguments of one step. What is not given, or null, is what the editor presets. */
record Arguments(JsonNode given, Instant now, ZoneId zone) {

    /** The empty text and false count as 0, true as 1, as in JavaScript. */
    double number(String name, double otherwise) {
        JsonNode value = given.path(name);
        if (isAbsent(value)) {
            return otherwise;
        }
        if (value.isBoolean() || value.isTextual() && value.textValue().isBlank()) {
            return value.asBoolean() ? 1 : 0;
        }
        return Reading.number(value)
                .orElseThrow(() -> new DateProblem("invalid_number", unexpected(name, "a number", value)));
    }

    /** Empty for a unit that nobody knows. */
    Optional<DateUnit> unit(String name, DateUnit otherwise) {
        JsonNode value = given.path(name);
        return isAbsent(value) ? Optional.of(otherwise) : DateUnit.named(value.asText());
    }

    /** @throws DateProblem for a unit that has no fixed length, or that nobody knows */
    DateUnit fixedUnit(String name, DateUnit otherwise) {
        return unit(name, otherwise)
                .filter(DateUnit::isFixed)
                .orElseThrow(() -> new DateProblem(
                        "invalid_unit",
                        "Expected %s to be one of %s, but [%s] is not a unit string"
                                .formatted(
                                        name,
                                        DateUnit.fixedNames(),
                                        given.path(name).asText())));
    }

    /** Where no date is given it is now. */
    ZonedDateTime date(String name, ZoneId in) {
        JsonNode value = given.path(name);
        if (value.isMissingNode()) {
            return now.atZone(in);
        }
        return Reading.date(value, zone)
                .map(date -> date.withZoneSameInstant(in))
                .orElseThrow(() -> new DateProblem("invalid_date", unexpected(name, "a date", value)));
    }

    boolean isTrue(String name) {
        return given.path(name).asBoolean(false);
    }

    Rounding rounding(String name) {
        return Rounding.of(given.path(name));
    }

    String text(String name, String otherwise) {
        JsonNode value = given.path(name);
        if (isAbsent(value)) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw new DateProblem(
                    "invalid_format",
                    "Expected %s to be a text, but [%s] is not a string".formatted(name, DateCalculation.shown(value)));
        }
        return value.textValue();
    }

    ZoneId timezone(String name) {
        JsonNode value = given.path(name);
        try {
            return ZoneId.of(value.asText(""));
        } catch (DateTimeException e) {
            throw new DateProblem(
                    "unknown_timezone", unexpected(name, "the name of a time zone such as Europe/Berlin", value));
        }
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String unexpected(String name, String kind, JsonNode value) {
        return "Expected %s to be %s, but it is %s".formatted(name, kind, DateCalculation.shown(value));
    }
}
