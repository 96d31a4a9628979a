package dev.millrace.definition;

import static dev.millrace.definition.Client.admin;
import static dev.millrace.definition.Client.created;
import static dev.millrace.definition.Client.document;
import static dev.millrace.definition.Client.patch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.WorkflowVersion;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OutboxTest {
    @Inject
    AgroalDataSource dataSource;

    @Test
    void shouldPublishWhatACrashLeftOver() throws Exception {
        // given
        admin();
        var left = new WorkflowVersion("left-over", "k", 0, false, true, false, emptyDocument());
        // when
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("insert into definition.outbox values (0, ?, ?)")) {
            insert.setString(1, left.id());
            insert.setString(2, Json.text(left));
            insert.executeUpdate();
        }
        // then
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(Definitions.of("left-over"))
                .hasSize(1));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> rows() == 0);
    }

    @Test
    void shouldPublishEveryChangeOfOneVersionInItsOrder() throws Exception {
        // given
        String id = created(document("Busy", false));
        // when
        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(
                        i -> patch(id, Map.of("title", "title " + i)).extract().statusCode())
                .toList();
        // then
        long changed = answers.stream().filter(status -> status == 200).count();
        assertThat(answers).containsAnyOf(200).allMatch(status -> status == 200 || status == 412);
        List<Long> sequences =
                Definitions.of(id).stream().map(WorkflowVersion::sequence).toList();
        assertThat(sequences).isSorted().doesNotHaveDuplicates().hasSize((int) changed + 1);
        assertThat(Client.get(id).extract().<String>path("title"))
                .isEqualTo(Definitions.last(id).document().title());
    }

    private long rows() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from definition.outbox")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static WorkflowDocument emptyDocument() {
        return new WorkflowDocument(null, "t", null, "manual", false, false, null, null, null, null);
    }
}
