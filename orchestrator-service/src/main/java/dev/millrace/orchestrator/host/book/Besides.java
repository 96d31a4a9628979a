package dev.millrace.orchestrator.host.book;

import dev.millrace.model.message.WorkflowVersion;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
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

    List<Future<?>> write(SqlConnection connection) {
        var sent = new ArrayList<Future<?>>();
        if (!versions.isEmpty()) {
            sent.add(VersionTable.insert(connection, versions));
        }
        sent.addAll(SlotTable.write(connection, slots));
        return sent;
    }
}
