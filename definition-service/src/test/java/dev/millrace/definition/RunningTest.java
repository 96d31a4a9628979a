package dev.millrace.definition;

import static dev.millrace.definition.Client.admin;
import static dev.millrace.definition.Client.created;
import static dev.millrace.definition.Client.document;
import static dev.millrace.definition.Client.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What becomes of executions under way when their workflow is disabled or deleted. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RunningTest {
    @Test
    void shouldLetExecutionsFinishUnlessToldOtherwise() throws Exception {
        // given
        String id = created(document("Finish", true));

        // when
        post(id, "disable").statusCode(200);
        post(id, "disable?running=finish").statusCode(200);

        // then
        assertThat(Definitions.of(id)).allMatch(version -> version.cancelRunning() == null);
    }

    @Test
    void shouldAskToCancelThemAndStillSoAfterALaterChange() throws Exception {
        // given
        var before = Instant.now();
        String id = created(document("Cancel", true));

        // when
        post(id, "disable?running=cancel").statusCode(200);
        post(id, "enable").statusCode(200);

        // then
        var cancel = Definitions.last(id).cancelRunning();
        assertThat(cancel.by()).isEqualTo("admin");
        assertThat(cancel.before()).isBetween(before, Instant.now());
    }

    @Test
    void shouldAskToCancelThoseOfADeletedWorkflow() throws Exception {
        // given
        String id = created(document("Delete", true));

        // when
        admin().delete("/api/workflows/" + id + "?running=cancel").then().statusCode(204);

        // then
        assertThat(Definitions.last(id).deleted()).isTrue();
        assertThat(Definitions.last(id).cancelRunning().by()).isEqualTo("admin");
    }

    @Test
    void shouldRefuseWhatItDoesNotKnow() {
        String id = created(document("Refuse", true));

        post(id, "disable?running=stop").statusCode(400).body("code", equalTo("bad_running"));
    }
}
