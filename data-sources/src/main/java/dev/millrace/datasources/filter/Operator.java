package dev.millrace.datasources.filter;

import com.fasterxml.jackson.databind.JsonNode;
import org.jooq.Condition;

/** What one filter operator asks of a column. */
@FunctionalInterface
interface Operator {
    Condition test(Operand operand, JsonNode value);
}
