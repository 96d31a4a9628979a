package dev.millrace.orchestrator.host.book;

import dev.millrace.orchestrator.engine.state.Header;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The events that are known already: kept for a while longer than the history of their executions. */
final class EventKeyTable {
    private static final String SELECT = """
            select k.workflow_key, k.event_key, k.execution_id
            from unnest($1::text[], $2::text[]) as wanted(workflow_key, event_key)
            join event_key k on k.workflow_key = wanted.workflow_key and k.event_key = wanted.event_key""";

    private static final String KEEP = """
            insert into event_key (workflow_key, event_key, execution_id, created_at)
            select n.workflow_key, n.event_key, n.id, coalesce(n.started_at, now())
            from unnest($1::text[], $2::text[], $3::uuid[], $4::timestamptz[]) as n(workflow_key, event_key, id, started_at)
            on conflict do nothing""";

    private static final String INSERT = "with met as (" + KEEP
            + " returning 1) select fence((select count(*) from met), array_length($1::text[], 1))";

    private static final String ABSENT = """
            select fence((select count(*) from unnest($1::text[], $2::text[]) as wanted(workflow_key, event_key)
            join event_key k on k.workflow_key = wanted.workflow_key and k.event_key = wanted.event_key), 0)""";

    private EventKeyTable() {}

    static Future<RowSet<Row>> read(SqlConnection connection, Collection<EventKey> keys) {
        return connection.preparedQuery(SELECT).execute(names(keys));
    }

    /** Fenced when one of them is known already; writes nothing. */
    static Future<RowSet<Row>> absent(SqlConnection connection, Collection<Header> executions) {
        return connection
                .preparedQuery(ABSENT)
                .execute(names(executions.stream().map(EventKeyTable::key).toList()));
    }

    private static Tuple names(Collection<EventKey> keys) {
        return Tuple.tuple()
                .addArrayOfString(Columns.texts(keys, EventKey::workflowKey))
                .addArrayOfString(Columns.texts(keys, EventKey::key));
    }

    /** Fenced when one of them is known already. */
    static Future<RowSet<Row>> insert(SqlConnection connection, Collection<Header> executions) {
        return write(INSERT, connection, executions);
    }

    /** Sees to it that they are known. */
    static Future<RowSet<Row>> keep(SqlConnection connection, Collection<Header> executions) {
        return write(KEEP, connection, executions);
    }

    /** In one order by everyone, so that two hosts cannot block each other. */
    private static Future<RowSet<Row>> write(String sql, SqlConnection connection, Collection<Header> executions) {
        List<Header> rows = executions.stream()
                .sorted(Comparator.comparing(
                        EventKeyTable::key, Comparator.comparing(EventKey::key).thenComparing(EventKey::workflowKey)))
                .toList();
        return connection
                .preparedQuery(sql)
                .execute(Tuple.tuple()
                        .addArrayOfString(Columns.texts(rows, row -> key(row).workflowKey()))
                        .addArrayOfString(Columns.texts(rows, row -> key(row).key()))
                        .addArrayOfUUID(Columns.uuids(rows, Header::id))
                        .addArrayOfOffsetDateTime(Columns.times(rows, Header::startedAt)));
    }

    static Future<Integer> prune(SqlConnection connection, Instant before) {
        return connection
                .preparedQuery("delete from event_key where created_at < $1")
                .execute(Tuple.of(Columns.time(before)))
                .map(RowSet::rowCount);
    }

    private static EventKey key(Header header) {
        return EventKey.of(header.workflowKey(), header.eventKey(), header.id());
    }
}
