package dev.millrace.orchestrator.api;

import static dev.millrace.orchestrator.api.Service.awaitStatus;
import static dev.millrace.orchestrator.api.Service.operator;
import static dev.millrace.orchestrator.api.Service.post;
import static dev.millrace.orchestrator.api.Service.publish;
import static dev.millrace.orchestrator.api.Service.soon;
import static dev.millrace.orchestrator.api.Service.start;
import static dev.millrace.orchestrator.api.Service.steer;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists by a filter, and commands over one. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class BulkApiTest {
    private static final String DELAY = "{'duration':60,'unit':1000}";

    private static String waiting() {
        return publish(workflow().head("d", "delay", DELAY));
    }

    private static List<String> started(String workflow, int count) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ids.add(start(workflow, "{'n':" + i + "}"));
        }
        return ids;
    }

    private static void awaitCount(String query, int count) {
        soon().untilAsserted(() -> assertThat(operator()
                        .get("/api/executions?limit=200&" + query)
                        .jsonPath()
                        .getList("items"))
                .hasSize(count));
    }

    @Test
    void shouldCancelInBoundedPortions() {
        // given
        var workflow = waiting();
        started(workflow, 5);

        // when
        var cursor = post(
                        "/api/executions/bulk/cancel",
                        "{'filter':{'workflowKey':'" + workflow + "','status':'STARTED'},'limit':3}")
                .statusCode(202)
                .body("accepted", equalTo(3))
                .body("skipped", equalTo(0))
                .body("nextCursor", notNullValue())
                .extract()
                .<String>path("nextCursor");
        post(
                        "/api/executions/bulk/cancel",
                        "{'filter':{'workflowKey':'" + workflow + "'},'limit':3,'cursor':'" + cursor + "'}")
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("nextCursor", nullValue());

        // then
        awaitCount("status=CANCELED&workflowKey=" + workflow, 5);
    }

    @Test
    void shouldPauseResumeRetryAndRerunAll() {
        // given
        var workflow = waiting();
        started(workflow, 3);
        var filter = "{'filter':{'workflowKey':'" + workflow + "'}}";

        // then
        post("/api/executions/bulk/pause", filter).body("accepted", equalTo(3));
        awaitCount("paused=true&workflowKey=" + workflow, 3);
        post("/api/executions/bulk/pause", filter).body("skipped", equalTo(3));
        post("/api/executions/bulk/resume", filter).body("accepted", equalTo(3));
        awaitCount("paused=false&workflowKey=" + workflow, 3);
        post("/api/executions/bulk/cancel", filter).body("accepted", equalTo(3));
        awaitCount("status=CANCELED&workflowKey=" + workflow, 3);
        post("/api/executions/bulk/retry", filter).body("accepted", equalTo(3));
        awaitCount("status=STARTED&workflowKey=" + workflow, 3);
        post("/api/executions/bulk/retry", filter).body("skipped", equalTo(3));
        post("/api/executions/bulk/rerun", filter).body("accepted", equalTo(3));
        awaitCount("status=STARTED&workflowKey=" + workflow, 6);
    }

    @Test
    void shouldWantAFilterAndAnActionItKnows() {
        Service.awaitReady();
        post("/api/executions/bulk/cancel", "{}").statusCode(400).body("code", equalTo("filter"));
        post("/api/executions/bulk/cancel", "{'filter':{}}").statusCode(400);
        post("/api/executions/bulk/explode", "{'filter':{'text':'x'}}")
                .statusCode(400)
                .body("code", equalTo("action"));
        post("/api/executions/bulk/cancel", "{'filter':{'status':['NOPE']}}").statusCode(400);
    }

    @Test
    void shouldFilterTheList() {
        // given
        var workflow = waiting();
        var first = start(workflow, "order-1", "{'customer':'Grace_Hopper'}");
        var second = start(workflow, "order-2", "{'customer':'Ada'}");
        steer(first, "cancel").statusCode(202);
        awaitStatus(first, "CANCELED");
        var mine = "/api/executions?workflowKey=" + workflow + "&";
        var created = operator().get("/api/executions/" + second).jsonPath().getString("createdAt");

        // then
        operator().get(mine + "status=STARTED").then().body("items.id", contains(second));
        operator().get(mine + "status=STARTED,CANCELED").then().body("items.id", contains(second, first));
        operator().get(mine + "status=STARTED&status=CANCELED").then().body("items.id", contains(second, first));
        operator().get(mine + "eventKey=order-1").then().body("items.id", contains(first));
        operator().get(mine + "text=grace_h").then().body("items.id", contains(first));
        operator().get(mine + "text=gracexh").then().body("items", equalTo(List.of()));
        operator().get(mine + "from=" + created).then().body("items.id", contains(second));
        operator().get(mine + "to=" + created).then().body("items.id", contains(first));
        operator().get(mine + "from=yesterday").then().statusCode(400).body("code", equalTo("from"));
        operator()
                .get(mine + "limit=1")
                .then()
                .body("items.id", contains(second))
                .body("nextCursor", equalTo(second));
    }
}
