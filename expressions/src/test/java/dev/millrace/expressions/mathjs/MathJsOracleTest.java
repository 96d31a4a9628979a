package dev.millrace.expressions.mathjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.js.BoundSource;
import dev.millrace.expressions.js.Shared;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MathJsOracleTest {

    @ParameterizedTest
    @MethodSource("all")
    void shouldEvaluateAsTheOriginalOrLeaveItToTheOriginal(Oracle.Row row) {
        // when
        var evaluation = natively(row);

        // then
        assertThat(evaluation.isEmpty() && row.isNative())
                .as("left to the original")
                .isFalse();
        assertThat(evaluation.isPresent() && row.original())
                .as("evaluated natively")
                .isFalse();
        evaluation.ifPresent(row::shouldEqual);
    }

    @Test
    void shouldEvaluateMostOfTheTableNatively() {
        assertThat(all().filter(row -> natively(row).isPresent()).count())
                .isGreaterThan(Oracle.TABLE.rows().size() * 85L / 100);
    }

    @ParameterizedTest
    @MethodSource("left")
    void shouldReachTheOriginalThroughTheLanguage(Oracle.Row row) {
        row.shouldEqual(
                new MathJsLanguage(Shared.ORIGINALS).compile(row.expression()).evaluate(Oracle.TABLE.variables()));
    }

    /** The table comes from Node; this is the same library in the engine that stands behind the native evaluator. */
    @ParameterizedTest
    @MethodSource("sample")
    void shouldAgreeWithTheEmbeddedOriginal(Oracle.Row row) {
        var original = new OriginalExpression(BoundSource.of(row.expression()), Shared.ORIGINALS);
        row.shouldEqual(original.evaluate(Oracle.TABLE.variables()));
    }

    @Test
    void shouldKnowTheWholeGrammar() {
        assertThat(Oracle.TABLE.grammar()).hasSizeGreaterThan(1_000).allSatisfy(source -> {
            if (source.valid()) {
                assertThatCode(() -> parse(source.expression()))
                        .as(source.expression())
                        .doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> parse(source.expression()))
                        .as(source.expression())
                        .isInstanceOf(SyntaxFailure.class);
            }
        });
    }

    private static void parse(String source) {
        try {
            Parser.parse(source);
        } catch (HandOver beyondTheNativeEvaluator) {
            assertThat(source).contains("0");
        }
    }

    /** Empty where the evaluation needs the original. */
    private static Optional<Evaluation> natively(Oracle.Row row) {
        var source = BoundSource.of(row.expression());
        var original = new NeverOriginal(source);
        var evaluation = MathJsLanguage.compile(source, original).evaluate(Oracle.TABLE.variables());
        return Optional.of(evaluation).filter(it -> it != NeverOriginal.ASKED);
    }

    private static Stream<Oracle.Row> all() {
        return Oracle.TABLE.rows().stream();
    }

    private static List<Oracle.Row> left() {
        return all().filter(Oracle.Row::original).toList();
    }

    private static List<Oracle.Row> sample() {
        return all().filter(Oracle.Row::isNative).toList();
    }
}
