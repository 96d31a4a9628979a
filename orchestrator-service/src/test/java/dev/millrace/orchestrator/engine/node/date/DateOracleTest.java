package dev.millrace.orchestrator.engine.node.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.model.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Every row of the table that Day.js wrote (see {@code src/test/js/date}) holds. */
class DateOracleTest {
    @Test
    void shouldCalculateAsDayJs() throws IOException {
        // given
        JsonNode rows = Json.mapper().readTree(DateOracleTest.class.getResourceAsStream("oracle.json"));

        // then
        assertThat(rows.size()).isGreaterThan(2_000);
        rows.forEach(DateOracleTest::check);
    }

    private static void check(JsonNode row) {
        // when
        var zone = ZoneId.of(row.get("zone").asText());
        Evaluation evaluation = DateCalculation.of(row, Instant.EPOCH, zone);

        // then
        assertThat(evaluation).as("%s", row).isInstanceOf(Evaluation.Value.class);
        JsonNode result = ((Evaluation.Value) evaluation).value();
        if (row.get("result").isNumber()) {
            assertThat(result.doubleValue())
                    .as("%s", row)
                    .isEqualTo(row.get("result").doubleValue(), within(1e-9));
        } else {
            assertThat(result).as("%s", row).isEqualTo(row.get("result"));
        }
    }
}
