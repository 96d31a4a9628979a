package dev.millrace.orchestrator.host.book;

import static dev.millrace.orchestrator.host.book.Database.await;

import dev.millrace.model.message.WorkflowVersion;
import io.vertx.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;

/**
 * What few turns write besides their executions.
 *
 * @param versions that run for the first time, as far as this process knows
 * @param slots of workflows with a concurrency limit
 */
public record Besides(Collection<WorkflowVersion> versions, SlotChanges slots) {
    static final Besides NOTHING = new Besides(List.of(), new SlotChanges());

    void write(SqlConnection connection) {
        if (!versions.isEmpty()) {
            await(VersionTable.insert(connection, versions));
        }
        SlotTable.write(connection, slots);
    }
}
