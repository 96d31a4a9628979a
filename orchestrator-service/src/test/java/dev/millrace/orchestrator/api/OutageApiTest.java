package dev.millrace.orchestrator.api;

import static dev.millrace.orchestrator.api.Service.execution;
import static dev.millrace.orchestrator.api.Service.operator;
import static dev.millrace.orchestrator.api.Service.publish;
import static dev.millrace.orchestrator.api.Service.soon;
import static dev.millrace.orchestrator.api.Service.start;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.millrace.testing.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OutageApiTest {
    @Test
    void shouldSayThatTheDatabaseIsAwayAndServeOnceItIsBack() throws Exception {
        // given
        var id = start(publish(workflow().head("w", Service.WORK, "{}")), "{}");

        // when
        TestInfrastructure.whilePostgresIsAway(() -> {
            operator().get("/api/executions/" + id).then().statusCode(503).body("code", equalTo("not_available"));
            soon().untilAsserted(() -> operator().get("/q/health/ready").then().statusCode(503));
        });

        // then
        soon().untilAsserted(() -> operator().get("/q/health/ready").then().statusCode(200));
        assertThat(execution(id).getString("status")).isEqualTo("STARTED");
    }
}
