package dev.millrace.datasources.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.sql.Sql;
import java.util.Map;
import org.jooq.Condition;

/** Dates against half-open ranges: {@code $dateOn 2024-02} is the whole of February. */
final class DateOperators {
    static final Map<String, Operator> ALL = Map.of(
            "$dateOn", DateOperators::on,
            "$dateNotOn", (operand, value) -> before(operand, value).or(after(operand, value)),
            "$dateBefore", DateOperators::before,
            "$dateNotBefore", (operand, value) -> operand.sql().ge(start(operand, value)),
            "$dateAfter", DateOperators::after,
            "$dateNotAfter", (operand, value) -> operand.sql().lt(end(operand, value)),
            "$dateBetween", DateOperators::on);

    private DateOperators() {}

    private static Condition on(Operand operand, JsonNode value) {
        return operand.sql().ge(start(operand, value)).and(operand.sql().lt(end(operand, value)));
    }

    private static Condition before(Operand operand, JsonNode value) {
        return operand.sql().lt(start(operand, value));
    }

    private static Condition after(Operand operand, JsonNode value) {
        return operand.sql().ge(end(operand, value));
    }

    private static org.jooq.Field<Object> start(Operand operand, JsonNode value) {
        return bound(operand, range(operand, value).start());
    }

    private static org.jooq.Field<Object> end(Operand operand, JsonNode value) {
        return bound(operand, range(operand, value).end());
    }

    private static DateRange range(Operand operand, JsonNode value) {
        return operand.dates()
                .read(value)
                .orElseThrow(() -> operand.invalid(value, "a date, a range of dates or a relative range"));
    }

    private static org.jooq.Field<Object> bound(Operand operand, DateRange.Bound bound) {
        return switch (operand.field().type()) {
            case DATE_TIME -> Sql.value(bound.instant().toString(), "timestamptz");
            case LOCAL_DATE_TIME -> Sql.value(operand.dates().wallTime(bound).toString(), "timestamp");
            // Against a date, a bound within a day is that day's midnight: the time of day is compared as it stands.
            case DATE -> Sql.value(operand.dates().wallTime(bound).toString(), "timestamp");
            default -> throw operand.unsupported();
        };
    }
}
