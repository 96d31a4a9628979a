package dev.millrace.orchestrator.host.book;

import static dev.millrace.orchestrator.host.book.Columns.json;
import static dev.millrace.orchestrator.host.book.Columns.time;

import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Path;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;

/** Jobs as rows. */
final class JobTable {
    private static final String PENDING = """
            select j.* from unnest($1::uuid[]) as wanted(id) join job j on j.execution_id = wanted.id
            where j.status = 'PENDING'""";

    /** One step down the index for each node, however often it ran. */
    private static final String NEWEST = """
            select newest.* from unnest($1::uuid[], $2::text[]) as wanted(id, node_key)
            cross join lateral (select * from job j where j.execution_id = wanted.id and j.node_key = wanted.node_key
              order by j.sequence desc limit 1) as newest""";

    /** The same within one pass of a loop, what is nested in it included. */
    private static final String NEWEST_IN_PASS = """
            select newest.* from unnest($1::uuid[], $2::text[], $3::text[]) as wanted(id, node_key, pass)
            cross join lateral (select * from job j where j.execution_id = wanted.id and j.node_key = wanted.node_key
              and (j.path = wanted.pass or starts_with(j.path, wanted.pass || '/'))
              order by j.sequence desc limit 1) as newest""";

    private static final String INSERT = """
            insert into job (execution_id, sequence, node_key, type, path, status, result, meta, log, attempt,
              dispatched, until, started_at, ended_at)
            select * from unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
              $8::text[], $9::text[], $10::integer[], $11::boolean[], $12::timestamptz[], $13::timestamptz[],
              $14::timestamptz[])""";

    /** What is fixed when a job begins is not written again. */
    private static final String UPDATE = """
            with met as (update job j set status = n.status, result = n.result, meta = n.meta, log = n.log,
              attempt = n.attempt, dispatched = n.dispatched, until = n.until, ended_at = n.ended_at
            from unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::integer[],
              $8::boolean[], $9::timestamptz[], $10::timestamptz[]) as n(id, sequence, status, result, meta, log,
              attempt, dispatched, until, ended_at)
            where j.execution_id = n.id and j.sequence = n.sequence returning 1)
            select fence((select count(*) from met), $11)""";

    private JobTable() {}

    record Written(String executionId, Job job) {}

    record Place(String executionId, String nodeKey) {}

    record PlaceInPass(String executionId, String nodeKey, String pass) {}

    static Future<RowSet<Row>> readPending(SqlConnection connection, Collection<String> executionIds) {
        return connection
                .preparedQuery(PENDING)
                .execute(Tuple.tuple().addArrayOfUUID(ExecutionTable.uuids(executionIds)));
    }

    static Future<RowSet<Row>> readNewest(SqlConnection connection, List<Place> places) {
        return connection
                .preparedQuery(NEWEST)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(Columns.uuids(places, Place::executionId))
                        .addArrayOfString(Columns.texts(places, Place::nodeKey)));
    }

    static Future<RowSet<Row>> readNewestInPasses(SqlConnection connection, List<PlaceInPass> places) {
        return connection
                .preparedQuery(NEWEST_IN_PASS)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(Columns.uuids(places, PlaceInPass::executionId))
                        .addArrayOfString(Columns.texts(places, PlaceInPass::nodeKey))
                        .addArrayOfString(Columns.texts(places, PlaceInPass::pass)));
    }

    static Future<RowSet<Row>> insert(SqlConnection connection, List<Written> rows) {
        var columns = Tuple.tuple()
                .addArrayOfUUID(Columns.uuids(rows, Written::executionId))
                .addArrayOfInteger(Columns.integers(rows, row -> row.job().sequence()))
                .addArrayOfString(Columns.texts(rows, row -> row.job().nodeKey()))
                .addArrayOfString(Columns.texts(rows, row -> row.job().type()))
                .addArrayOfString(Columns.texts(rows, row -> row.job().path().toString()));
        addProgress(columns, rows)
                .addArrayOfOffsetDateTime(Columns.times(rows, row -> row.job().startedAt()))
                .addArrayOfOffsetDateTime(Columns.times(rows, row -> row.job().endedAt()));
        return connection.preparedQuery(INSERT).execute(columns);
    }

    /** Fenced when one of them is not there. */
    static Future<RowSet<Row>> update(SqlConnection connection, List<Written> rows) {
        var columns = Tuple.tuple()
                .addArrayOfUUID(Columns.uuids(rows, Written::executionId))
                .addArrayOfInteger(Columns.integers(rows, row -> row.job().sequence()));
        addProgress(columns, rows)
                .addArrayOfOffsetDateTime(Columns.times(rows, row -> row.job().endedAt()))
                .addLong((long) rows.size());
        return connection.preparedQuery(UPDATE).execute(columns);
    }

    private static Tuple addProgress(Tuple columns, List<Written> rows) {
        return columns.addArrayOfString(
                        Columns.texts(rows, row -> row.job().status().name()))
                .addArrayOfString(Columns.texts(rows, row -> json(row.job().result())))
                .addArrayOfString(Columns.texts(rows, row -> json(row.job().meta())))
                .addArrayOfString(Columns.texts(rows, row -> row.job().log()))
                .addArrayOfInteger(Columns.integers(rows, row -> row.job().attempt()))
                .addArrayOfBoolean(Columns.flags(rows, row -> row.job().dispatched()))
                .addArrayOfOffsetDateTime(Columns.times(rows, row -> row.job().until()));
    }

    static Job job(Row row) {
        return new Job(
                row.getInteger("sequence"),
                row.getString("node_key"),
                row.getString("type"),
                Path.parse(row.getString("path")),
                JobStatus.valueOf(row.getString("status")),
                json(row.getString("result")),
                json(row.getString("meta")),
                row.getString("log"),
                row.getInteger("attempt"),
                row.getBoolean("dispatched"),
                time(row.getOffsetDateTime("until")),
                time(row.getOffsetDateTime("started_at")),
                time(row.getOffsetDateTime("ended_at")));
    }
}
