package dev.millrace.orchestrator.host.book;

import static dev.millrace.orchestrator.host.book.Database.await;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which executions of some versions have not ended. */
public final class RunningExecutions {
    /** By the index of statuses: the many that have ended RESOLVED are not in it. */
    private static final String SELECT = """
            select e.id, e.workflow_id, e.created_at from execution e
            where e.status in ('STARTED', 'QUEUED') and e.workflow_id = any($1::text[])""";

    private RunningExecutions() {}

    /** @param causedAt when the event happened that started it */
    public record Running(String id, String workflowId, Instant causedAt) {}

    public static List<Running> of(Database database, Collection<String> workflowIds) {
        return database.reading(connection -> {
            var running = new ArrayList<Running>();
            var rows = await(connection
                    .preparedQuery(SELECT)
                    .execute(Tuple.tuple().addArrayOfString(workflowIds.toArray(String[]::new))));
            for (var row : rows) {
                running.add(new Running(
                        row.getUUID("id").toString(),
                        row.getString("workflow_id"),
                        Columns.time(row.getOffsetDateTime("created_at"))));
            }
            return running;
        });
    }
}
