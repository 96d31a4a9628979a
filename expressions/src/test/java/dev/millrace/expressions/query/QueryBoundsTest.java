package dev.millrace.expressions.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.model.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No query stops the engine, and the same question gets the same answer. */
@Timeout(60)
class QueryBoundsTest {
    private static final Moment MOMENT = new Moment(Instant.parse("2026-01-15T10:00:00Z"), 7);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "JSONATA|($f := function($n) { $f($n + 1) }; $f(0))",
                "JSONATA|($f := function($n) { 1 + $f($n + 1) }; $f(0))",
                "JSONATA|[1..9000000]",
                "JSONATA|$distinct([1..9000000])",
                "JSONATA|$map([1..900000], function($v) { $v + 1 })[0]",
                "JSONATA|$pad('x', 100000000)",
                "JSONATA|$reduce([1..60], function($a, $i) { $a & $a }, 'xxxxxxxxxxxxxxxx')",
                "JSONATA|$join($map([1..100000], function($v) { $$.long }))",
                "JSONATA|$replace($$.long, /a/, $$.long)",
                "JSONATA|$reduce([1..60], function($a, $i) { [[$a, $a]] }, 1)",
                "JSONATA|$string($reduce([1..60], function($a, $i) { {'l': $a, 'r': $a} }, 1))",
                "JSONATA|$clone($reduce([1..60], function($a, $i) { {'l': $a, 'r': $a} }, {}))",
                "JSONPATH|$.deep..*..*..*",
                "JSONPATH|$.wide[?(@.x in $.wide[*].x)]",
            })
    void shouldStopWhatGrowsWithoutEnd(QueryLanguage language, String query) {
        assertThat(ask(language, query)).isInstanceOfSatisfying(Evaluation.Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo("limit_exceeded");
            assertThat(failure.message()).startsWith("limit_exceeded: Expected ");
        });
    }

    @Test
    void shouldStopDoubledLists() {
        assertThat(ask(QueryLanguage.JMESPATH, "[@, @]" + " | [@, @][]".repeat(40)))
                .isInstanceOfSatisfying(Evaluation.Failure.class, failure -> assertThat(failure.code())
                        .isEqualTo("limit_exceeded"));
        assertThat(ask(QueryLanguage.JMESPATH, "[@, @]" + " | [@, @]".repeat(60) + " | to_string(@)"))
                .isInstanceOfSatisfying(Evaluation.Failure.class, failure -> assertThat(failure.code())
                        .isEqualTo("limit_exceeded"));
        assertThat(ask(QueryLanguage.JMESPATH, "join(long, wide[].name)"))
                .isInstanceOfSatisfying(Evaluation.Failure.class, failure -> assertThat(failure.code())
                        .isEqualTo("limit_exceeded"));
    }

    @Test
    void shouldStopAnswersThatCouldNotBeReadAgain() {
        assertThat(ask(QueryLanguage.JMESPATH, "`0`" + " | [@]".repeat(401)))
                .isInstanceOfSatisfying(Evaluation.Failure.class, failure -> assertThat(failure.message())
                        .contains("400 levels"));
        assertThat(ask(QueryLanguage.JMESPATH, "`0`" + " | [@]".repeat(400))).isInstanceOf(Evaluation.Value.class);
        assertThat(ask(QueryLanguage.JMESPATH, "[@, @]" + " | [@, @]".repeat(60)))
                .isInstanceOfSatisfying(Evaluation.Failure.class, failure -> assertThat(failure.code())
                        .isEqualTo("limit_exceeded"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$match($$.long & '!', /(a+)+$/)",
                "$contains($$.long & '!', /(a|aa)+$/)",
                "$filter([$$.long & '!'], /(a+)+$/)",
                "$replace($$.long & '!', /(a+)+$/, 'x')",
                "$split($$.long & '!', /(a+)+$/)"
            })
    void shouldMatchInLinearTime(String query) {
        // given
        Query compiled = QueryLanguage.JSONATA.compile(query);
        long before = System.nanoTime();

        // when
        compiled.ask(source(), MOMENT);

        // then
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "JSONPATH|$.a[?(@.b =~ /x+/)]|without =~",
                "JSONATA|$match(a, /(?=x)y/)|(?=",
                "JSONATA|$match(a, /((x{100}){100}){100}/)|too large",
                "JMESPATH|a[|Expected a JMESPath query, but",
                "JSONATA|a[|Expected a JSONata query, but",
                "JSONPATH|$.a[|Expected a JSONPath query, but"
            })
    void shouldRefuseWhatIsNoQuery(QueryLanguage language, String query, String reason) {
        Query compiled = language.compile(query);

        assertThat(compiled.syntaxError())
                .hasValueSatisfying(error -> assertThat(error).contains(reason).startsWith("Expected "));
        assertThat(compiled.ask(source(), MOMENT))
                .isInstanceOfSatisfying(Evaluation.Failure.class, failure -> assertThat(failure.code())
                        .isEqualTo("SyntaxError"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseWhatIsTooLargeToParse(QueryLanguage language) {
        assertThat(language.compile("(".repeat(9_000)).syntaxError()).isPresent();
        assertThat(language.compile("a".repeat(10_001)).syntaxError())
                .hasValueSatisfying(error -> assertThat(error).contains("10,000"));
    }

    @Test
    void shouldKnowNoTimeAndNoChanceOfItsOwn() {
        String query = "[$now(), $millis(), $random(), $shuffle([1..20])]";

        assertThat(ask(QueryLanguage.JSONATA, query)).isEqualTo(ask(QueryLanguage.JSONATA, query));
        assertThat(value("$now()")).isEqualTo(Json.NODES.textNode("2026-01-15T10:00:00.000Z"));
        assertThat(value("$millis()").longValue()).isEqualTo(MOMENT.now().toEpochMilli());
        assertThat(value("$sort($shuffle([1..20]))")).hasSize(20).first().isEqualTo(Json.NODES.numberNode(1));
    }

    @Test
    void shouldTakeNoQueryFromAValue() {
        assertThat(ask(QueryLanguage.JSONATA, "$eval('1 + 1')"))
                .isInstanceOfSatisfying(Evaluation.Failure.class, failure -> assertThat(failure.message())
                        .contains("$eval"));
    }

    @Test
    void shouldUseRegexesAsFunctions() {
        assertThat(value("$filter(['pear', 'fig', 'plum'], /^p/)")).isEqualTo(Json.parse("[\"pear\", \"plum\"]"));
        assertThat(value("$map(['pear', 'plum'], /p(.)/).groups")).isEqualTo(Json.parse("[\"e\", \"l\"]"));
        assertThat(value("/p(.)/('pop').next().match")).isEqualTo(Json.NODES.nullNode());
    }

    @Test
    void shouldAnswerManyThreadsAtOnce() {
        Query query = QueryLanguage.JSONATA.compile("$sum(wide[x < $$.bound].x)");

        var answers = IntStream.range(0, 200).parallel().mapToObj(bound -> {
            var source = Json.object().put("bound", bound).set("wide", wide(100));
            return ((Evaluation.Value) query.ask(source, MOMENT)).value().asInt();
        });

        assertThat(answers.toList())
                .isEqualTo(IntStream.range(0, 200)
                        .mapToObj(bound -> {
                            int last = Math.min(bound, 100);
                            return last * (last - 1) / 2;
                        })
                        .toList());
    }

    @Test
    void shouldAskTheDocumentItIsGiven() {
        Query query = QueryLanguage.JSONPATH.compile("$.a.concat($.b, \"-\", $.c)");

        assertThat(query.ask(Json.parse("{\"a\":\"\",\"b\":\"1\",\"c\":\"2\"}"), MOMENT))
                .isNotEqualTo(query.ask(Json.parse("{\"a\":\"\",\"b\":\"3\",\"c\":\"4\"}"), MOMENT));
    }

    private static JsonNode value(String query) {
        return ((Evaluation.Value) ask(QueryLanguage.JSONATA, query)).value();
    }

    private static Evaluation ask(QueryLanguage language, String query) {
        return language.compile(query).ask(source(), MOMENT);
    }

    private static JsonNode source() {
        var source = Json.object().put("long", "a".repeat(20_000));
        source.set("deep", Json.parse("[".repeat(300) + "]".repeat(300)));
        return source.set("wide", wide(20_000));
    }

    private static JsonNode wide(int elements) {
        var wide = Json.NODES.arrayNode();
        for (int i = 0; i < elements; i++) {
            wide.addObject().put("x", i).put("name", "n" + i);
        }
        return wide;
    }
}
