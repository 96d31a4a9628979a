package dev.millrace.orchestrator.engine.node.date;

import java.time.Instant;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a step can do. */
enum DateFunction {
    ADD("add") {
        @Override
        Value of(Value input, Arguments given) {
            return shifted(input, given, 1);
        }
    },
    SUBTRACT("subtract") {
        @Override
        Value of(Value input, Arguments given) {
            return shifted(input, given, -1);
        }
    },
    START_OF_TIME("startOfTime") {
        @Override
        Value of(Value input, Arguments given) {
            ZonedDateTime at = input.date(given.zone());
            return new Value.OfDate(given.unit(UNIT, DateUnit.DAY)
                    .map(unit -> Calendar.startOf(at, unit))
                    .orElse(at));
        }
    },
    END_OF_TIME("endOfTime") {
        @Override
        Value of(Value input, Arguments given) {
            ZonedDateTime at = input.date(given.zone());
            return new Value.OfDate(given.unit(UNIT, DateUnit.DAY)
                    .map(unit -> Calendar.endOf(at, unit))
                    .orElse(at));
        }
    },
    CHANGE_TIMEZONE("changeTimezone") {
        @Override
        Value of(Value input, Arguments given) {
            return new Value.OfDate(input.date(given.zone()).withZoneSameInstant(given.timezone("timezone")));
        }
    },
    DIFF("diff") {
        @Override
        Value of(Value input, Arguments given) {
            ZonedDateTime at = input.date(given.zone());
            ZonedDateTime other = given.date("date", at.getZone());
            double difference =
                    Difference.between(at, other, given.unit(UNIT, DateUnit.DAY).orElse(DateUnit.MILLISECOND));
            double signed = given.isTrue("isAbs") ? Math.abs(difference) : difference;
            return new Value.OfNumber(given.rounding(ROUND).of(signed));
        }
    },
    GET("get") {
        @Override
        Value of(Value input, Arguments given) {
            DateUnit unit = given.unit(UNIT, DateUnit.DAY).orElse(DateUnit.MILLISECOND);
            return new Value.OfNumber(Calendar.get(input.date(given.zone()), unit));
        }
    },
    IS_LEAP_YEAR("isLeapYear") {
        @Override
        Value of(Value input, Arguments given) {
            return new Value.OfAnswer(Year.isLeap(input.date(given.zone()).getYear()));
        }
    },
    TO_TIMESTAMP("toTimestamp") {
        @Override
        Value of(Value input, Arguments given) {
            Instant at = input.date(given.zone()).toInstant();
            return new Value.OfNumber(inMillis(given) ? at.toEpochMilli() : at.getEpochSecond());
        }
    },
    TS_TO_DATE("tsToDate") {
        @Override
        Value of(Value input, Arguments given) {
            double millis = input.number() * (inMillis(given) ? 1 : MILLIS_PER_SECOND);
            return new Value.OfDate(Instant.ofEpochMilli((long) millis).atZone(given.zone()));
        }
    },
    FORMAT("format") {
        @Override
        Value of(Value input, Arguments given) {
            return new Value.OfText(DateFormat.format(input.date(given.zone()), given.text("format", "YYYY-MM-DD")));
        }
    },
    TRANS_DURATION("transDuration") {
        @Override
        Value of(Value input, Arguments given) {
            double from = given.fixedUnit("unitBefore", DateUnit.DAY).millis();
            double to = given.fixedUnit("unitAfter", DateUnit.DAY).millis();
            return new Value.OfNumber(given.rounding(ROUND).of(input.number() * from / to));
        }
    };

    private static final String UNIT = "unit";
    private static final String ROUND = "round";
    private static final int MILLIS_PER_SECOND = 1_000;

    private final String id;

    DateFunction(String id) {
        this.id = id;
    }

    /** @throws DateProblem when the input or an argument is of the wrong kind */
    abstract Value of(Value input, Arguments given);

    static Optional<DateFunction> named(String id) {
        return Arrays.stream(values())
                .filter(function -> function.id.equals(id))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(function -> function.id).toList();
    }

    /** A unit that nobody knows counts as milliseconds. */
    private static Value shifted(Value input, Arguments given, int sign) {
        return new Value.OfDate(Calendar.plus(
                input.date(given.zone()),
                sign * given.number("number", 1),
                given.unit(UNIT, DateUnit.DAY).orElse(DateUnit.MILLISECOND)));
    }

    private static boolean inMillis(Arguments given) {
        return given.unit(UNIT, DateUnit.SECOND)
                .filter(DateUnit.MILLISECOND::equals)
                .isPresent();
    }
}
