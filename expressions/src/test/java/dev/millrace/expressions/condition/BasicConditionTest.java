package dev.millrace.expressions.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import dev.millrace.model.variable.Walk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class BasicConditionTest {
    private static final JsonNode ROOT = json(
            "{'$context':{'n':11,'arr':[1,2,3],'objs':[{'a':1}],'at':'2024-01-01T00:00:00.000Z','big':'9007199254740993'}}");

    private static final Variables VARIABLES = path -> Walk.along(ROOT, path.segments());

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvFileSource(resources = "/basic-comparisons.csv", delimiter = '|', numLinesToSkip = 1, quoteCharacter = '`')
    void shouldCompare(String calculator, String operands, boolean expected) {
        var config = json("{'calculation':{'calculator':'%s','operands':%s}}".formatted(calculator.strip(), operands));

        assertThat(ask(config)).isEqualTo(answer(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|true",
                "{'engine':null}|true",
                "{'calculation':null}|true",
                "{'calculation':{}}|true",
                "{'calculation':{'operands':[1,2]}}|true",
                "{'calculation':{'calculator':'equal'}}|true",
                "{'engine':'basic','calculation':{'group':{'type':'and','calculations':[]}}}|true",
                "{'calculation':{'group':{'type':'or','calculations':[]}}}|false",
                "{'calculation':{'group':{'type':'and','not':true,'calculations':[{'calculator':'equal','operands':[1,1]},{}]}}}|true",
                "{'calculation':{'group':{'type':'and','calculations':[{'calculator':'equal','operands':[1,1]},{'calculator':'equal','operands':[0,1]}]}}}|false",
                "{'calculation':{'group':{'type':'or','calculations':[{'calculator':'equal','operands':[0,1]},{'group':{'type':'and','calculations':[{'calculator':'gt','operands':['{{$context.n}}',10]}]}}]}}}|true",
                "{'calculation':{'group':{'type':'or','calculations':[{'calculator':'equal','operands':[0,1]},{'calculator':'gt','operands':[1,2]}]}}}|false"
            })
    void shouldAskGroups(String config, boolean expected) {
        assertThat(ask(json(config))).isEqualTo(answer(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'calculator':'notEquals','operands':[1,2]}|/calculation/calculator|unknown_calculator",
                "{'group':{'type':'and','calculations':[{},{'calculator':'foo','operands':[1]}]}}|/calculation/group/calculations/1/calculator|unknown_calculator",
                "{'group':{'type':'xor','calculations':[]}}|/calculation/group/type|unknown_group_type",
                "{'left':1,'operator':'=','right':2}|/calculation|bad_condition",
                "{'calculator':'equal','operands':5}|/calculation/operands|bad_operands",
                "{'calculator':'matches','operands':['a','(']}|/calculation/operands/1|bad_pattern",
                "{'calculator':'matches','operands':['a','{{$context.n}}']}|/calculation/operands/1|bad_pattern",
                "{'calculator':'matches','operands':['a','a(?=b)']}|/calculation/operands/1|bad_pattern",
                "{'calculator':'matches','operands':['a','((a{100}){100}){100}']}|/calculation/operands/1|bad_pattern",
                "{'calculator':'equal','operands':['{{$env.KEY}}','x']}|/calculation/operands|secret_in_condition"
            })
    void shouldTellWhatIsWrongAndWhere(String calculation, String pointer, String code) {
        // given
        var config = Json.object().set("calculation", json(calculation));

        // when
        var condition = Condition.compile(config, Map.of());

        // then
        assertThat(condition.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).isEqualTo(pointer);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.detail()).startsWith("Expected ").contains(", but ");
        });
        assertThat(condition.evaluate(VARIABLES))
                .isInstanceOfSatisfying(Evaluation.Failure.class, failure -> assertThat(failure.code())
                        .isEqualTo(code));
    }

    @Test
    void shouldTellEveryProblemAtOnce() {
        var config = json(
                "{'calculation':{'group':{'type':'nor','calculations':[{'calculator':'x','operands':[]},{'calculator':'y','operands':[]}]}}}");

        assertThat(Condition.compile(config, Map.of()).problems()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"(a+)+$", "(a|aa)+$", "(.*)*b$"})
    void shouldMatchInLinearTime(String pattern) {
        assertThat(ask(matches("a".repeat(5000) + "!", pattern))).isEqualTo(answer(false));
    }

    @Test
    void shouldRefuseToMatchForLong() {
        assertThat(ask(matches("a".repeat(1_000_000), "a{0,100}b")))
                .isInstanceOfSatisfying(Evaluation.Failure.class, failure -> assertThat(failure.code())
                        .isEqualTo("limit_exceeded"));
    }

    private static JsonNode matches(String text, String pattern) {
        var config = Json.object();
        config.putObject("calculation")
                .put("calculator", "matches")
                .putArray("operands")
                .add(text)
                .add(pattern);
        return config;
    }

    @Test
    void shouldNameItsVariables() {
        var config = json(
                "{'calculation':{'group':{'type':'and','calculations':[{'calculator':'gt','operands':['{{$context.n}}','{{$scopes.l.index}}']}]}}}");

        assertThat(Condition.compile(config, Map.of()).variables())
                .containsExactlyInAnyOrder(VariablePath.parse("$context.n"), VariablePath.parse("$scopes.l.index"));
    }

    private static Evaluation ask(JsonNode config) {
        var condition = Condition.compile(config, Map.of());
        assertThat(condition.problems()).isEmpty();
        return condition.evaluate(VARIABLES);
    }

    private static Evaluation answer(boolean answer) {
        return new Evaluation.Value(BooleanNode.valueOf(answer));
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
