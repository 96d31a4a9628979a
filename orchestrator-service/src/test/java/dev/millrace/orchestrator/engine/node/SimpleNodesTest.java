package dev.millrace.orchestrator.engine.node;

import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.message.TimerKey;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.EngineHarness;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variable, calculation, delay, output and end. */
class SimpleNodesTest {

    @ParameterizedTest
    @ValueSource(strings = {"'abc'", "true", "0", "-1", "[1,[2]]", "{'a':null}", "null"})
    void shouldDeclareAValueOfAnyType(String value) {
        // when
        var execution = EngineHarness.of(workflow().head("v", "variable", "{'value':" + value + "}"))
                .start();

        // then
        assertThat(execution.result("v")).isEqualTo(json(value));
    }

    @Test
    void shouldDeclareNullWithoutConfig() {
        // when
        var execution = EngineHarness.of(workflow().head("v", "variable", "{}")).start();

        // then
        assertThat(execution.result("v").isNull()).isTrue();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldGiveADeclaredVariableANewValue() {
        // given
        var workflow = workflow()
                .head("v", "variable", "{'value':'a'}")
                .node("s1", "variable", "{'target':'v','value':'{{$jobsMapByNodeKey.v}}b'}", "v")
                .node("s2", "variable", "{'target':'v','value':'{{$jobsMapByNodeKey.v}}c'}", "s1")
                .node("out", "output", "{'value':'{{$jobsMapByNodeKey.v}}'}", "s2");

        // when
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.header().output().textValue()).isEqualTo("abc");
        assertThat(execution.results("v")).containsExactly("\"a\"", "\"ab\"", "\"abc\"");
        assertThat(execution.results("s1")).containsExactly("\"ab\"");
    }

    @Test
    void shouldRefuseToAssignWhatNobodyDeclared() {
        // when
        var execution = EngineHarness.of(workflow().head("s", "variable", "{'target':'nowhere','value':1}"))
                .start();

        // then
        assertThat(execution.result("s").textValue()).contains("nowhere");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
    }

    @Test
    void shouldKeepSecretsOutOfHistory() {
        // when
        var execution = EngineHarness.of(workflow().head("v", "variable", "{'value':'{{$env.TOKEN}}'}"))
                .start();

        // then
        assertThat(execution.header().reason().code()).isEqualTo("secret_not_allowed");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
    }

    @Test
    void shouldCalculateWithVariables() {
        // when
        var execution = EngineHarness.of(workflow()
                        .head(
                                "c",
                                "calculation",
                                "{'engine':'string','expression':'{{$context.data.n}} of {{$system.now}}'}"))
                .start("{'data':{'n':7}}");

        // then
        assertThat(execution.result("c").textValue()).isEqualTo("7 of 2026-01-15T10:00:00.000Z");
    }

    @Test
    void shouldCalculateWithFunctions() {
        // when
        var execution = EngineHarness.of(workflow()
                        .head(
                                "c",
                                "calculation",
                                "{'engine':'formula.js','expression':'SUM({{$context.data.n}}, 2) * 3'}")
                        .node(
                                "q",
                                "condition",
                                "{'rejectOnFalse':true,'engine':'formula.js','expression':'{{$jobsMapByNodeKey.c}} > 26'}",
                                "c"))
                .start("{'data':{'n':7}}");

        // then
        assertThat(execution.result("c").intValue()).isEqualTo(27);
        assertThat(execution.result("q").booleanValue()).isTrue();
    }

    @Test
    void shouldCalculateNothingWithoutExpression() {
        // when
        var execution =
                EngineHarness.of(workflow().head("c", "calculation", "{}")).start();

        // then
        assertThat(execution.result("c").isNull()).isTrue();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"formula.js|(1 +|SyntaxError", "cobol|1|Error: Expected an engine"})
    void shouldEndAsErrorWithTheWordsOfTheFailure(String engine, String expression, String message) {
        // when
        var execution = EngineHarness.of(workflow()
                        .head("c", "calculation", "{'engine':'%s','expression':'%s'}".formatted(engine, expression)))
                .start();

        // then
        assertThat(execution.job("c").status()).isEqualTo(JobStatus.ERROR);
        assertThat(execution.result("c").textValue()).startsWith(message);
    }

    @Test
    void shouldWaitForItsTimeHoweverLong() {
        // given
        var execution = EngineHarness.of(workflow()
                        .head("n", "variable", "{'value':5}")
                        .node("d", "delay", "{'duration':'{{$jobsMapByNodeKey.n}}','unit':604800000}", "n")
                        .node("after", "variable", "{'value':1}", "d"))
                .start();
        assertThat(execution.result("d").longValue()).isEqualTo(5 * 604_800_000L);
        assertThat(execution.job("d").until()).isEqualTo(EngineHarness.START.plus(Duration.ofDays(35)));

        // when
        execution.sleep(Duration.ofDays(35).minusMillis(1));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.STARTED);
        execution.sleep(Duration.ofMillis(1));

        // then
        assertThat(execution.job("d").status()).isEqualTo(JobStatus.RESOLVED);
        assertThat(execution.result("d").longValue()).isEqualTo(5 * 604_800_000L);
        assertThat(execution.timers()).isEmpty();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldFailBehindADelayThatSaysSo() {
        // when
        var execution = EngineHarness.of(workflow()
                        .head("d", "delay", "{'duration':1,'unit':1000,'endStatus':-1}")
                        .node("after", "variable", "{'value':1}", "d"))
                .start()
                .sleep(Duration.ofSeconds(1));

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.jobs("after")).isEmpty();
    }

    @Test
    void shouldSetATimerAgainThatComesEarly() {
        // given
        var execution = EngineHarness.of(workflow().head("d", "delay", "{'duration':9,'unit':1000}"))
                .start();
        var key = new TimerKey(1, TimerKey.Kind.DELAY);
        execution.timers().clear();

        // when
        execution.timer(key);

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.STARTED);
        assertThat(execution.timers()).containsEntry(key, EngineHarness.START.plusSeconds(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'soon'", "-1", "1e300", "{'a':1}"})
    void shouldRefuseADurationThatIsNone(String duration) {
        // when
        var execution = EngineHarness.of(workflow().head("d", "delay", "{'duration':" + duration + ",'unit':1000}"))
                .start();

        // then
        assertThat(execution.result("d").textValue()).contains("Expected a duration");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
    }

    @Test
    void shouldKeepTheLastOutputEvenWhenTheWorkflowFails() {
        // when
        var execution = EngineHarness.of(workflow()
                        .head("o1", "output", "{'value':'first'}")
                        .node("o2", "output", "{'value':{'n':'{{$context.data.n}}'}}", "o1")
                        .node("e", "end", "{'endStatus':-1}", "o2"))
                .start("{'data':{'n':3}}");

        // then
        assertThat(execution.header().output()).isEqualTo(json("{'n':3}"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}|RESOLVED", "{'endStatus':-1}|FAILED"})
    void shouldEndTheWholeExecutionFromDeepInside(String config, ExecutionStatus status) {
        // given
        var workflow = workflow()
                .head("p", "parallel", "{}")
                .branch("d", "delay", "{'duration':60,'unit':1000}", "p", 1)
                .branch("l", "loop", "{'target':3}", "p", 2)
                .branch("e", "end", config, "l", 0)
                .node("after", "variable", "{'value':9}", "p");

        // when
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.status()).isEqualTo(status);
        assertThat(execution.job("e").status().asExecution()).isEqualTo(status);
        assertThat(execution.jobs("after")).isEmpty();
        assertThat(execution.job("d").status()).isEqualTo(JobStatus.ABORTED);
        assertThat(execution.job("l").status()).isEqualTo(JobStatus.ABORTED);
        assertThat(execution.timers()).isEmpty();
        assertThat(execution.waiting()).isEmpty();
    }
}
