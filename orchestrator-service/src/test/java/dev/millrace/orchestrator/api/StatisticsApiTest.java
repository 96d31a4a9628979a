package dev.millrace.orchestrator.api;

import static dev.millrace.orchestrator.api.Service.awaitStatus;
import static dev.millrace.orchestrator.api.Service.operator;
import static dev.millrace.orchestrator.api.Service.publish;
import static dev.millrace.orchestrator.api.Service.start;
import static dev.millrace.orchestrator.api.Service.steer;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class StatisticsApiTest {
    private static final String DELAY = "{'duration':60,'unit':1000}";

    private static List<Map<String, Object>> of(String workflow, String query) {
        return operator()
                .get("/api/executions/statistics" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.workflowKey == '" + workflow + "' }");
    }

    @Test
    void shouldCountByWorkflowAndStatus() {
        // given
        var workflow = publish(workflow().head("d", "delay", DELAY));
        var other = publish(workflow().head("v", "variable", "{'value':1}"));
        var first = start(workflow, "{}");
        start(workflow, "{}");
        var last = start(workflow, "{}");
        awaitStatus(start(other, "{}"), "RESOLVED");
        steer(first, "cancel").statusCode(202);
        steer(last, "cancel").statusCode(202);
        awaitStatus(first, "CANCELED");
        var started = awaitStatus(last, "CANCELED").getString("startedAt");

        // then
        assertThat(of(workflow, "")).singleElement().satisfies(one -> assertThat(one)
                .containsEntry("total", 3)
                .containsEntry("byStatus", Map.of("STARTED", 1, "CANCELED", 2))
                .containsEntry("lastStatus", "CANCELED")
                .containsEntry("lastStartedAt", started));
        assertThat(of(other, "")).singleElement().satisfies(one -> assertThat(one)
                .containsEntry("total", 1)
                .containsEntry("byStatus", Map.of("RESOLVED", 1)));
    }

    @Test
    void shouldCountFromATimeOn() {
        // given
        var workflow = publish(workflow().head("d", "delay", DELAY));
        start(workflow, "{}");
        var between = Instant.now();
        start(workflow, "{}");
        // then
        assertThat(of(workflow, "?from=" + between)).singleElement().satisfies(one -> assertThat(one)
                .containsEntry("total", 1));
        assertThat(of(workflow, "?from=" + Instant.now().plusSeconds(60))).isEmpty();
        operator()
                .get("/api/executions/statistics?from=yesterday")
                .then()
                .statusCode(400)
                .body("code", equalTo("from"));
    }
}
