package dev.millrace.orchestrator.host.book;

import static dev.millrace.orchestrator.host.book.Database.await;

import dev.millrace.model.json.Json;
import dev.millrace.model.message.WorkflowVersion;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Workflow versions that have run, so that executions can finish on what is no longer on Kafka. */
final class VersionTable {
    private static final String INSERT = """
            insert into workflow_version (id, version) select * from unnest($1::text[], $2::text[])
            on conflict do nothing""";

    private static final String SELECT = """
            select v.version from unnest($1::text[]) as wanted(id) join workflow_version v on v.id = wanted.id""";

    private VersionTable() {}

    static Future<?> insert(SqlConnection connection, Collection<WorkflowVersion> versions) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addArrayOfString(Columns.texts(versions, WorkflowVersion::id))
                        .addArrayOfString(Columns.texts(versions, Json::text)));
    }

    static List<WorkflowVersion> read(SqlConnection connection, Collection<String> ids) {
        var read = new ArrayList<WorkflowVersion>();
        var rows = await(
                connection.preparedQuery(SELECT).execute(Tuple.tuple().addArrayOfString(ids.toArray(String[]::new))));
        for (var row : rows) {
            read.add(Json.mapper().convertValue(Json.parse(row.getString("version")), WorkflowVersion.class));
        }
        return read;
    }
}
