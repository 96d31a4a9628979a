package dev.millrace.orchestrator.engine.node;

import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.EngineHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateCalculationNodeTest {
    private static final String DATE = "'2025-03-10T21:58:47.995Z'";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'function':'add','arguments':{'number':4,'unit':'fortnight'}}|'2025-03-10T21:58:47.999Z'",
                "{'function':'add','arguments':{'number':'','unit':'day'}}|'2025-03-10T21:58:47.995Z'",
                "{'function':'add','arguments':{'number':true,'unit':'day'}}|'2025-03-11T21:58:47.995Z'",
                "{'function':'add','arguments':{'number':false}}|'2025-03-10T21:58:47.995Z'",
                "{'function':'add','arguments':{}}|'2025-03-11T21:58:47.995Z'",
                "{'function':'add'}|'2025-03-11T21:58:47.995Z'",
                "{'function':'subtract','arguments':{'number':-3,'unit':'day'}}|'2025-03-13T21:58:47.995Z'",
                "{'function':'startOfTime','arguments':{'unit':'unknown'}}|'2025-03-10T21:58:47.995Z'",
                "{'function':'endOfTime','arguments':{}}|'2025-03-10T23:59:59.999Z'",
                "{'function':'get','arguments':{'unit':'unknown'}}|995",
                "{'function':'get'}|10",
                "{'function':'diff','arguments':{'date':'2025-03-09T15:58:47.995Z'}}|1.25",
                "{'function':'diff','arguments':{'date':'2025-03-12T03:58:47.995Z','isAbs':true,'round':1}}|2",
                "{'function':'diff','arguments':{'date':'2025-03-12T03:58:47.995Z','round':1}}|-1",
                "{'function':'diff','arguments':{'date':'2025-03-12T03:58:47.995Z','round':-1}}|-2",
                "{'function':'diff','arguments':{'date':'2025-03-12T03:58:47.995Z','round':0}}|-1",
                "{'function':'diff','arguments':{'unit':'year','round':0}}|-1",
                "{'function':'isLeapYear','arguments':{}}|false",
                "{'function':'toTimestamp','arguments':{}}|1741643927",
                "{'function':'toTimestamp','arguments':{'unit':'millisecond'}}|1741643927995",
                "{'function':'format','arguments':{}}|'2025-03-10'",
                "{'function':'format','arguments':{'format':''}}|'2025-03-10T21:58:47+00:00'",
                "{'function':'changeTimezone','arguments':{'timezone':'Asia/Tokyo'}},{'function':'get','arguments':{'unit':'day'}}|11",
                "{'function':'changeTimezone','arguments':{'timezone':'Asia/Tokyo'}},{'function':'startOfTime','arguments':{}}|'2025-03-10T15:00:00.000Z'",
                "{'function':'format','arguments':{'format':'YYYY-MM-DD'}},{'function':'add','arguments':{'number':1,'unit':'year'}}|'2026-03-10T00:00:00.000Z'",
                "{'function':'add','arguments':{'number':1,'unit':'month'}},{'function':'startOfTime','arguments':{'unit':'month'}},{'function':'format','arguments':{'format':'YYYY-MM-DD'}}|'2025-04-01'"
            })
    void shouldTakeADateThroughSteps(String steps, String result) {
        // when
        var execution = calculate("{'inputType':'date','input':%s,'steps':[%s]}".formatted(DATE, steps));

        // then
        assertThat(execution.result("d")).isEqualTo(json(result));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1762373343|{'function':'tsToDate','arguments':{}}|'2025-11-05T20:09:03.000Z'",
                "1762373343045|{'function':'tsToDate','arguments':{'unit':'millisecond'}}|'2025-11-05T20:09:03.045Z'",
                "6|{'function':'transDuration','arguments':{'unitBefore':'month','unitAfter':'year','round':false}}|0.5",
                "6|{'function':'transDuration','arguments':{'unitBefore':'month','unitAfter':'year','round':''}}|0.5",
                "7|{'function':'transDuration','arguments':{'unitBefore':'month','unitAfter':'year','round':-1}}|0",
                "7|{'function':'transDuration','arguments':{'unitBefore':'month','unitAfter':'year','round':0}}|1",
                "'6'|{'function':'transDuration','arguments':{'unitBefore':'month','unitAfter':'week','round':1}}|27",
                "-2880|{'function':'transDuration','arguments':{'unitBefore':'minute','unitAfter':'day'}}|-2"
            })
    void shouldTakeANumberThroughSteps(String input, String step, String result) {
        // when
        var execution = calculate("{'inputType':'number','input':%s,'steps':[%s]}".formatted(input, step));

        // then
        assertThat(execution.result("d")).isEqualTo(json(result));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}",
                "{'input':null,'steps':[]}",
                "{'input':'{{$system.now}}'}",
                "{'input':'{{$context.data.at}}'}",
                "{'steps':[{'function':'diff','arguments':{}},{'function':'add'},{'function':'subtract'}]}"
            })
    void shouldBeginNowUnlessItIsTold(String config) {
        // when
        var execution = calculate(config);

        // then
        assertThat(execution.job("d").status()).isEqualTo(JobStatus.RESOLVED);
        if (!config.contains("diff")) {
            assertThat(execution.result("d").textValue()).isEqualTo("2026-01-15T10:00:00.000Z");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'inputType':'number','input':'nan'}|invalid_input|Invalid input",
                "{'inputType':'number','input':null}|invalid_input|Invalid input",
                "{'inputType':'number'}|invalid_input|Invalid input",
                "{'input':'soon'}|invalid_input|Invalid input",
                "{'input':'2025-02-30'}|invalid_input|Invalid input",
                "{'input':{'a':1}}|invalid_input|Invalid input",
                "{'input':'{{$context.data.none}}'}|invalid_input|/input",
                "{'steps':[{'function':'add','arguments':{'number':'{{$context.data.none}}'}}]}|invalid_input|/steps/0/arguments/number",
                "{'steps':[{'function':'add','arguments':{'number':'many'}}]}|invalid_number|many",
                "{'steps':[{'function':'add','arguments':{'number':1e30,'unit':'year'}}]}|date_out_of_range|271,821",
                "{'steps':[{'function':'add','arguments':{'number':1e18,'unit':'second'}}]}|date_out_of_range|271,821",
                "{'steps':[{'function':'diff','arguments':{'date':'not a date'}},{'function':'transDuration'}]}|invalid_date|not a date",
                "{'steps':[{'function':'format','arguments':{'format':5}}]}|invalid_format|[5] is not a string",
                "{'steps':[{'function':'changeTimezone','arguments':{'timezone':'Mars/Base'}}]}|unknown_timezone|Mars/Base",
                "{'steps':[{'function':'changeTimezone','arguments':{}}]}|unknown_timezone|timezone",
                "{'inputType':'number','input':1,'steps':[{'function':'transDuration','arguments':{'unitBefore':'quarter'}}]}|invalid_unit|[quarter] is not a unit string",
                "{'steps':[{'function':'transDuration'}]}|invalid_step_input|Step 1 (transDuration)",
                "{'steps':[{'function':'isLeapYear'},{'function':'add'}]}|invalid_step_input|Step 2 (add)",
                "{'steps':[{'function':'moonPhase'}]}|unknown_function|moonPhase",
                "{'steps':[5]}|unknown_function|step 1"
            })
    void shouldTellWhatIsWrong(String config, String code, String words) {
        // when
        var execution = calculate(config);

        // then
        assertThat(execution.job("d").status()).isEqualTo(JobStatus.ERROR);
        assertThat(execution.result("d").textValue())
                .startsWith("Error: ")
                .contains("Expected ")
                .contains(", but ")
                .contains(words);
        assertThat(execution.header().reason().code()).isEqualTo(code);
        assertThat(execution.jobs("after")).isEmpty();
    }

    @Test
    void shouldFillInTemplatesEverywhere() {
        // when
        var execution = EngineHarness.of(
                        workflow()
                                .head(
                                        "d",
                                        "dateCalculation",
                                        "{'input':'{{$context.data.at}}','steps':[{'function':'{{$context.data.f}}','arguments':{'number':'{{$context.data.n}}','unit':'{{$context.data.u}}'}}]}"))
                .start("{'data':{'at':'2024-01-31T10:00:00.000Z','f':'add','n':1,'u':'month'}}");

        // then
        assertThat(execution.result("d").textValue()).isEqualTo("2024-02-29T10:00:00.000Z");
    }

    private static EngineHarness calculate(String config) {
        return EngineHarness.of(
                        workflow().head("d", "dateCalculation", config).node("after", "variable", "{'value':1}", "d"))
                .start("{'data':{'at':'2026-01-15T10:00:00.000Z'}}");
    }
}
