package dev.millrace.orchestrator.api;

import static dev.millrace.orchestrator.api.Service.TOPICS;
import static dev.millrace.orchestrator.api.Service.as;
import static dev.millrace.orchestrator.api.Service.operator;
import static dev.millrace.orchestrator.api.Service.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.millrace.messaging.Messages;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.Workflows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test runs of single nodes: control nodes here, others by a worker. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class NodeTestApiTest {
    private static final String PROBE = "probe";

    @BeforeEach
    void announce() {
        Service.awaitReady();
        Service.announce(PROBE, true);
        soon().until(() ->
                !"unknown_node_type".equals(test("work", "{}").extract().path("code")));
    }

    private static ValidatableResponse test(String type, String config) {
        return test(type, config, "{}");
    }

    private static ValidatableResponse test(String type, String config, String variables) {
        var body = "{'type':'%s','config':%s,'variables':%s}".formatted(type, config, variables);
        return as("dora", "designer")
                .body(Workflows.json(body).toString())
                .post("/api/nodes/test")
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "calculation~{'engine':'math.js','expression':'1 + 1'}~RESOLVED~2",
                "calculation~{'engine':'formula.js','expression':'SUM({{$context.data.n}}, {{$jobsMapByNodeKey.q.id}})'}~RESOLVED~12",
                "condition~{'rejectOnFalse':true,'engine':'basic','calculation':{'group':{'type':'and','calculations':[{'calculator':'gt','operands':['{{$context.data.n}}',9]}]}}}~FAILED~false",
                "condition~{'rejectOnFalse':false,'engine':'math.js','expression':'{{$scopes.each.item}} > 3'}~RESOLVED~true",
                "multi-conditions~{'conditions':[{'engine':'math.js','expression':'1 > 2'},{'engine':'math.js','expression':'2 > 1'}]}~RESOLVED~true",
                "json-query~{'engine':'jmespath','source':'{{$context.data}}','expression':'n'}~RESOLVED~5",
                "json-variable-mapping~{'dataSource':'{{$context.data}}','variables':[{'key':'v','paths':['n']}]}~RESOLVED~{'v':5}",
                "dateCalculation~{'input':'{{$context.data.day}}','steps':[{'function':'isLeapYear'}]}~RESOLVED~true"
            })
    void shouldRunControlNodes(String type, String config, String status, String result) {
        // when
        var answer = test(
                type,
                config,
                "{'$context':{'data':{'n':5,'day':'2024-06-01T00:00:00Z'}},'$jobsMapByNodeKey':{'q':{'id':7}},'$scopes':{'each':{'item':4}}}");
        // then
        var outcome = Workflows.json(answer.statusCode(200).extract().asString());
        assertThat(outcome.path("status").textValue()).isEqualTo(status);
        assertThat(outcome.path("result")).isEqualTo(Workflows.json(result));
    }

    @Test
    void shouldAnswerHowANodeFailed() {
        test("calculation", "{'engine':'math.js','expression':'1 1'}")
                .statusCode(200)
                .body("status", equalTo("ERROR"))
                .body("result", containsString("SyntaxError"))
                .body("errorCode", equalTo("SyntaxError"))
                .body("log", nullValue());
    }

    @Test
    void shouldHaveTheRealWorkerRunTheOthersAndLeaveNoTrace() {
        // given
        var executions = executions();
        var letters = letters();
        // when: the answer is waited for, and the worker answers
        var answer = CompletableFuture.supplyAsync(() -> test(
                PROBE,
                "{'url':'{{$context.data.url}}','token':'{{$env.TOKEN}}','known':'Bearer {{$env.KNOWN}}'}",
                "{'$context':{'data':{'url':'here'}},'$env':{'KNOWN':'abc'}}"));
        var command = command();
        assertThat(command.config()).isEqualTo(Workflows.json("{'url':'here','token':null,'known':'Bearer abc'}"));
        assertThat(command.secrets()).singleElement().satisfies(one -> assertThat(one.pointer())
                .isEqualTo("/token"));
        Service.send(Messages.record(
                TOPICS.stepResults(),
                command.executionId(),
                new StepResult(
                        command.executionId(),
                        command.jobId(),
                        1,
                        JobStatus.FAILED,
                        Workflows.json("{'status':404}"),
                        "http_404",
                        "said")));
        // then
        answer.join()
                .statusCode(200)
                .body("status", equalTo("FAILED"))
                .body("result.status", equalTo(404))
                .body("errorCode", equalTo("http_404"))
                .body("log", equalTo("said"));
        operator().get("/api/executions/" + command.executionId()).then().statusCode(404);
        assertThat(executions()).isEqualTo(executions);
        assertThat(letters()).isEqualTo(letters);
    }

    @Test
    void shouldSayThatNoWorkerAnswers() {
        test(PROBE, "{'url':'nowhere'}")
                .statusCode(504)
                .body("code", equalTo("worker_did_not_answer"))
                .body("detail", containsString("within 5 s"));
        // then: the worker need not begin any more
        assertThat(Service.records(TOPICS.stepCancellations()))
                .map(ConsumerRecord::key)
                .contains(newest().jobId());
    }

    @Test
    void shouldRefuseWhatCannotBeTested() {
        test("work", "{}").statusCode(400).body("code", equalTo("not_testable"));
        test("loop", "{}").statusCode(400).body("code", equalTo("not_testable"));
        test("nothing", "{}").statusCode(400).body("code", equalTo("unknown_node_type"));
        test("", "{}").statusCode(400).body("errors[0].pointer", equalTo("/type"));
        test("calculation", "[]").statusCode(400).body("errors[0].pointer", equalTo("/config"));
        operator().body("{}").post("/api/nodes/test").then().statusCode(403);
    }

    private static StepCommand command() {
        soon().until(() ->
                commands().stream().anyMatch(command -> command.config().has("token")));
        return commands().stream()
                .filter(command -> command.config().has("token"))
                .findFirst()
                .orElseThrow();
    }

    private static StepCommand newest() {
        return commands().stream()
                .filter(command -> command.config().path("url").asText().equals("nowhere"))
                .findFirst()
                .orElseThrow();
    }

    private static List<StepCommand> commands() {
        return Service.records(TOPICS.stepCommands(PROBE)).stream()
                .map(record -> Messages.decode(record, StepCommand.class))
                .toList();
    }

    private static int executions() {
        return operator()
                .get("/api/executions?limit=200")
                .jsonPath()
                .getList("items")
                .size();
    }

    private static int letters() {
        return operator()
                .get("/api/dead-letters?limit=200")
                .jsonPath()
                .getList("items")
                .size();
    }
}
