package dev.millrace.orchestrator.api;

import static dev.millrace.orchestrator.api.Service.awaitStatus;
import static dev.millrace.orchestrator.api.Service.end;
import static dev.millrace.orchestrator.api.Service.execution;
import static dev.millrace.orchestrator.api.Service.post;
import static dev.millrace.orchestrator.api.Service.publish;
import static dev.millrace.orchestrator.api.Service.soon;
import static dev.millrace.orchestrator.api.Service.start;
import static dev.millrace.orchestrator.api.Service.steer;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.millrace.model.status.JobStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SteeringApiTest {
    private static final String DELAY = "{'duration':60,'unit':1000}";
    private static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";

    @Test
    void shouldCancelAndTellTheWorker() {
        // given
        var id = start(publish(workflow().head("w", Service.WORK, "{}")), "{}");
        var command = Service.command(id, "w", 1);

        // when
        steer(id, "cancel").statusCode(202).body("status", equalTo("CANCELED")).body("taken", equalTo(true));

        // then
        var execution = execution(id);
        assertThat(execution.getString("reason.code")).isEqualTo("manual_cancel");
        assertThat(execution.getString("reason.by")).isEqualTo("olga");
        assertThat(execution.getString("steering[0].action")).isEqualTo("cancel");
        soon().untilAsserted(() -> assertThat(Service.cancellations(id))
                .singleElement()
                .satisfies(cancellation -> assertThat(cancellation.jobId()).isEqualTo(command.jobId())));
        steer(id, "cancel").statusCode(409).body("code", equalTo("already_ended"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "pause", "resume", "retry", "rerun"})
    void shouldNotKnowWhatIsNotThere(String action) {
        Service.awaitReady();
        steer(UNKNOWN, action).statusCode(404).body("code", equalTo("not_found"));
        steer("x", action).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "pause", "resume", "retry", "rerun"})
    void shouldBeForOperatorsOnly(String action) {
        Service.awaitReady();
        Service.as("mia", "member")
                .post("/api/executions/" + UNKNOWN + "/" + action)
                .then()
                .statusCode(403);
        Service.as("dora", "designer")
                .body("{}")
                .post("/api/executions/bulk/" + action)
                .then()
                .statusCode(403);
    }

    @Test
    void shouldPauseAndResume() {
        // given
        var id = start(
                publish(workflow()
                        .head("d", "delay", "{'duration':1,'unit':1000}")
                        .node("v", "variable", "{'value':1}", "d")),
                "{}");

        // when
        steer(id, "pause").statusCode(202).body("paused", equalTo(true)).body("status", equalTo("STARTED"));

        // then
        var paused = execution(id);
        assertThat(paused.getBoolean("paused")).isTrue();
        assertThat(paused.getList("waitingFor.kind")).containsExactly("resume");
        steer(id, "pause").statusCode(409).body("code", equalTo("already_paused"));
        soon().during(Duration.ofMillis(1_500)).until(() -> execution(id).getBoolean("paused"));

        // when
        steer(id, "resume").statusCode(202).body("paused", equalTo(false));

        // then
        var execution = awaitStatus(id, "RESOLVED");
        assertThat(execution.getList("jobs.nodeKey")).containsExactly("d", "v");
        assertThat(execution.getList("steering.action")).containsExactly("pause", "resume");
        steer(id, "resume").statusCode(409).body("code", equalTo("not_paused"));
    }

    @Test
    void shouldRetryFromWhatFailed() {
        // given
        var id = start(
                publish(workflow()
                        .head("a", Service.WORK, "{}")
                        .node("l", "loop", "{'target':2}", "a")
                        .branch("w", Service.WORK, "{'i':'{{$scopes.l.index}}'}", "l", 0)
                        .node("o", "output", "{'value':'{{$jobsMapByNodeKey.w.attempt}}'}", "l")),
                "{}");
        end(id, "a", 1, JobStatus.RESOLVED);
        end(id, "w", 1, JobStatus.FAILED);
        assertThat(awaitStatus(id, "FAILED").getBoolean("retryable")).isTrue();

        // when
        steer(id, "retry").statusCode(202).body("status", equalTo("STARTED"));
        end(id, "w", 2, JobStatus.FAILED);
        awaitStatus(id, "FAILED");
        steer(id, "retry").statusCode(202);
        end(id, "w", 3, JobStatus.RESOLVED);

        // then
        soon().until(() -> execution(id).getList("jobs").size() == 4);
        var execution = execution(id);
        assertThat(execution.getList("jobs.attempt")).containsExactly(1, 1, 3, 1);
        assertThat(execution.getString("jobs[2].log")).contains("Attempt 1", "Attempt 2", "retried by olga");
        steer(id, "retry").statusCode(409).body("code", equalTo("nothing_to_retry"));
    }

    @Test
    void shouldHaveNothingToRetryOfASuccess() {
        var id = start(publish(workflow().head("v", "variable", "{'value':1}")), "{}");
        steer(id, "retry").statusCode(409).body("code", equalTo("nothing_to_retry"));
    }

    @Test
    void shouldRerunFromANodeWithAnotherContext() {
        // given
        var id = start(
                publish(workflow()
                        .head("a", Service.WORK, "{}")
                        .node("v", "variable", "{'value':'{{$context.n}}'}", "a")
                        .node("z", "variable", "{'value':'{{$jobsMapByNodeKey.a.attempt}}'}", "v")),
                "{'n':1}");
        end(id, "a", 1, JobStatus.RESOLVED);
        awaitStatus(id, "RESOLVED");

        // when
        var rerun = post("/api/executions/" + id + "/rerun", "{'nodeKey':'v','context':{'n':2}}")
                .statusCode(202)
                .body("executionId", notNullValue())
                .body("rerunOf", equalTo(id))
                .extract()
                .<String>path("executionId");

        // then
        var execution = awaitStatus(rerun, "RESOLVED");
        assertThat(execution.getList("jobs.nodeKey")).containsExactly("a", "v", "z");
        assertThat(execution.getList("jobs.takenOver")).containsExactly(true, false, false);
        assertThat(execution.getList("jobs.result").subList(1, 3)).containsExactly(2, 1);
        assertThat(execution.getString("rerunOf.executionId")).isEqualTo(id);
        assertThat(execution.getString("rerunOf.by")).isEqualTo("olga");
        assertThat(Service.commands(rerun)).isZero();
    }

    @Test
    void shouldRerunTheWhole() {
        // given
        var id = start(publish(workflow().head("o", "output", "{'value':'{{$context.n}}'}")), "{'n':1}");

        // when
        var rerun = steer(id, "rerun").statusCode(202).extract().<String>path("executionId");

        // then
        assertThat(awaitStatus(rerun, "RESOLVED").getInt("output")).isEqualTo(1);
    }

    @Test
    void shouldSayWhyNothingCanBeginThere() {
        // given
        var id = start(
                publish(workflow()
                        .head("d", "delay", DELAY)
                        .node("l", "loop", "{'target':2}", "d")
                        .branch("v", "variable", "{'value':1}", "l", 0)),
                "{}");

        // then
        post("/api/executions/" + id + "/rerun", "{'nodeKey':'nope'}")
                .statusCode(409)
                .body("code", equalTo("unknown_node"));
        post("/api/executions/" + id + "/rerun", "{'nodeKey':'v'}")
                .statusCode(409)
                .body("code", equalTo("not_reached"));
        post("/api/executions/" + id + "/rerun", "{'nodeKey':'v','path':'nonsense'}")
                .statusCode(400);
    }

    @Test
    void shouldEndAWaitFromOutside() {
        // given
        var id = start(
                publish(workflow()
                        .head("d", "delay", DELAY)
                        .node("v", "variable", "{'value':'{{$jobsMapByNodeKey.d.ok}}'}", "d")),
                "{}");
        var job = execution(id).getString("waitingFor[0].jobId");

        // when
        post("/api/executions/" + id + "/jobs/" + job + "/resume", "{'result':{'ok':true}}")
                .statusCode(202);

        // then
        assertThat(awaitStatus(id, "RESOLVED").getBoolean("jobs[1].result")).isTrue();
        post("/api/executions/" + id + "/jobs/" + job + "/resume", "{}")
                .statusCode(409)
                .body("code", equalTo("not_waiting"));
    }

    @Test
    void shouldEndAWaitByItsCorrelation() {
        // given
        var workflow = publish(
                workflow().head("d", "delay", "{'duration':60,'unit':1000,'correlation':'order-{{$context.id}}'}"));
        var seven = start(workflow, "{'id':7}");
        var eight = start(workflow, "{'id':8}");

        // when
        post("/api/jobs/resume", "{'correlation':'order-7','workflowKey':'" + workflow + "','result':{'paid':1}}")
                .statusCode(202)
                .body("resumed[0].executionId", equalTo(seven));

        // then
        assertThat(awaitStatus(seven, "RESOLVED").getInt("jobs[0].result.paid")).isEqualTo(1);
        assertThat(execution(eight).getString("status")).isEqualTo("STARTED");
        post("/api/jobs/resume", "{'correlation':'order-7'}").statusCode(409).body("code", equalTo("nobody_waits"));
        post("/api/jobs/resume", "{'correlation':'order-8','workflowKey':'another'}")
                .statusCode(409);
        post("/api/jobs/resume", "{'correlation':'order-8','status':'PENDING'}").statusCode(400);
        post("/api/jobs/resume", "{}").statusCode(400);
    }
}
