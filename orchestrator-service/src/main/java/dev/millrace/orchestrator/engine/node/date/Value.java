package dev.millrace.orchestrator.engine.node.date;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What one step hands to the next. */
sealed interface Value {
    JsonNode json();

    /** As a date, where it can be read as one; numbers are milliseconds since 1970. */
    default ZonedDateTime date(ZoneId zone) {
        return Reading.date(json(), zone)
                .orElseThrow(() -> new DateProblem(
                        "invalid_step_input", "Expected a date, but the step gets " + DateCalculation.shown(json())));
    }

    /** As a number, where it can be read as one. */
    default double number() {
        return Reading.number(json())
                .orElseThrow(() -> new DateProblem(
                        "invalid_step_input", "Expected a number, but the step gets " + DateCalculation.shown(json())));
    }

    /** @param at to the millisecond; its zone is what later steps read days and hours in */
    record OfDate(ZonedDateTime at) implements Value {
        private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
        private static final DateTimeFormatter FAR_ISO = DateTimeFormatter.ofPattern("-MM-dd'T'HH:mm:ss.SSS'Z'");
        private static final int LAST_SHORT_YEAR = 9999;

        /** Milliseconds from 1970 to the last instant that JavaScript knows. */
        private static final long FURTHEST = 8_640_000_000_000_000L;

        public OfDate {
            if (Math.abs(at.toInstant().toEpochMilli()) > FURTHEST) {
                throw new ArithmeticException("beyond the last instant");
            }
        }

        @Override
        public ZonedDateTime date(ZoneId zone) {
            return at;
        }

        @Override
        public double number() {
            throw new DateProblem("invalid_step_input", "Expected a number, but the step gets the date " + iso());
        }

        @Override
        public JsonNode json() {
            return Json.NODES.textNode(iso());
        }

        private String iso() {
            var utc = at.withZoneSameInstant(ZoneOffset.UTC);
            boolean near = utc.getYear() >= 0 && utc.getYear() <= LAST_SHORT_YEAR;
            return near ? ISO.format(utc) : "%+07d".formatted(utc.getYear()) + FAR_ISO.format(utc);
        }
    }

    record OfNumber(double value) implements Value {
        private static final double EXACT_WHOLE = 1L << 53;

        @Override
        public JsonNode json() {
            boolean whole = value == Math.rint(value) && Math.abs(value) <= EXACT_WHOLE;
            if (!whole) {
                return Json.NODES.numberNode(value);
            }
            return value == (int) value ? Json.NODES.numberNode((int) value) : Json.NODES.numberNode((long) value);
        }
    }

    record OfText(String value) implements Value {
        @Override
        public JsonNode json() {
            return Json.NODES.textNode(value);
        }
    }

    record OfAnswer(boolean value) implements Value {
        @Override
        public JsonNode json() {
            return Json.NODES.booleanNode(value);
        }
    }
}
