package dev.millrace.expressions.js;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expressions.Evaluation.Failure;
import dev.millrace.expressions.Evaluation.Value;
import dev.millrace.model.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(() => { for (;;) {} })()",
                "(() => { try { for (;;) {} } finally { for (;;) {} } })()",
                "'x'.repeat(10001)",
                "'x'.repeat(6000) + 'y'.repeat(6000)",
                "Array.from({length: 6000}, () => 1)",
                "(() => { const all = []; for (;;) all.push(new Array(1000).fill(1)) })()"
            })
    void shouldEndAnExpressionBeyondItsBounds(String source) {
        // when
        var evaluation = Shared.TIGHT.evaluate(Original.FORMULA_JS, source, Map.of());

        // then
        assertThat(evaluation).isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.code())
                .isEqualTo("limit_exceeded"));
    }

    @Test
    void shouldServeTheNextExpressionAfterABreach() {
        // given
        Shared.TIGHT.evaluate(Original.FORMULA_JS, "(() => { for (;;) {} })()", Map.of());

        // when
        var next = Shared.TIGHT.evaluate(Original.FORMULA_JS, "SUM(1, 1)", Map.of());

        // then
        assertThat(next).isEqualTo(new Value(Json.parse("2")));
    }
}
