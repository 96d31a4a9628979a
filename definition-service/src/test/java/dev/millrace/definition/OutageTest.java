package dev.millrace.definition;

import static dev.millrace.definition.Client.admin;
import static dev.millrace.definition.Client.create;
import static dev.millrace.definition.Client.created;
import static dev.millrace.definition.Client.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.testing.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The broker or the database goes and comes back. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OutageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void shouldKeepAChangeThatKafkaDoesNotTakeAndPublishItLater() throws Exception {
        // given
        var id = created(document("Before the outage", false));

        // when
        TestInfrastructure.whileKafkaIsAway(() -> Client.patch(id, Map.of("title", "Changed meanwhile"))
                .statusCode(503)
                .body("code", equalTo("not_published_yet")));

        // then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Definitions.of(id))
                .extracting(WorkflowVersion::document)
                .anyMatch(document -> document.title().equals("Changed meanwhile")));
        Client.get(id).body("title", equalTo("Changed meanwhile"));
    }

    @Test
    void shouldSayThatTheDatabaseIsAwayAndServeOnceItIsBack() throws Exception {
        // given
        var id = created(document("Kept", false));

        // when
        TestInfrastructure.whilePostgresIsAway(() -> {
            admin().get("/api/workflows/" + id).then().statusCode(503).body("code", equalTo("not_available"));
            create(document("Refused", false)).statusCode(503);
        });

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> Client.get(id).statusCode(200).body("title", equalTo("Kept")));
    }
}
