package dev.millrace.orchestrator.host.book;

import static dev.millrace.orchestrator.host.book.Columns.json;
import static dev.millrace.orchestrator.host.book.Columns.record;
import static dev.millrace.orchestrator.host.book.Columns.time;

import dev.millrace.model.json.Json;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.engine.state.Steering;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Headers as rows. */
final class ExecutionTable {
    private static final String SELECT = """
            select e.* from unnest($1::uuid[]) as wanted(id) join execution e on e.id = wanted.id""";

    private static final String INSERT = """
            with met as (insert into execution (id, workflow_id, workflow_key, event_key, status, reason, context, output, stack,
              parent_execution_id, reply_to, replied, resume_point, last_sequence, advance, created_at, started_at,
              expires_at, ended_at, messages, steering, paused)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
              $8::text[], $9::text[], $10::text[], $11::text[], $12::boolean[], $13::text[], $14::integer[],
              $15::bigint[], $16::timestamptz[], $17::timestamptz[], $18::timestamptz[], $19::timestamptz[],
              $20::text[], $21::text[], $22::boolean[])
            on conflict (id) do nothing returning 1)
            select fence((select count(*) from met), $23)""";

    /** What is frozen at the start (the context above all) is not written again. */
    private static final String UPDATE = """
            with met as (update execution e set status = n.status, reason = n.reason, output = n.output, replied = n.replied,
              resume_point = n.resume_point, last_sequence = n.last_sequence, advance = n.advance,
              ended_at = n.ended_at, messages = n.messages, expires_at = n.expires_at, steering = n.steering,
              paused = n.paused
            from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[],
              $8::integer[], $9::bigint[], $10::timestamptz[], $11::text[], $12::timestamptz[], $13::text[],
              $14::boolean[]) as n(id, expected, status, reason, output, replied, resume_point, last_sequence, advance,
              ended_at, messages, expires_at, steering, paused)
            where e.id = n.id and e.advance = n.expected returning 1)
            select fence((select count(*) from met), $15)""";

    private ExecutionTable() {}

    static Future<RowSet<Row>> read(SqlConnection connection, Collection<String> ids) {
        return connection.preparedQuery(SELECT).execute(Tuple.tuple().addArrayOfUUID(uuids(ids)));
    }

    static UUID[] uuids(Collection<String> ids) {
        return Columns.uuids(ids, id -> id);
    }

    /** Fenced when one of them is there already. */
    static Future<RowSet<Row>> insert(SqlConnection connection, Collection<ExecutionWrite> writes) {
        List<Header> rows = writes.stream().map(ExecutionWrite::header).toList();
        var columns = Tuple.tuple()
                .addArrayOfUUID(Columns.uuids(rows, Header::id))
                .addArrayOfString(Columns.texts(rows, Header::workflowId))
                .addArrayOfString(Columns.texts(rows, Header::workflowKey))
                .addArrayOfString(Columns.texts(rows, Header::eventKey))
                .addArrayOfString(Columns.texts(rows, row -> row.status().name()))
                .addArrayOfString(Columns.texts(rows, row -> record(row.reason())))
                .addArrayOfString(Columns.texts(rows, row -> json(row.context())))
                .addArrayOfString(Columns.texts(rows, row -> json(row.output())))
                .addArrayOfString(Columns.texts(rows, row -> Json.text(row.stack())))
                .addArrayOfString(Columns.texts(rows, Header::parentExecutionId))
                .addArrayOfString(Columns.texts(rows, row -> record(row.replyTo())))
                .addArrayOfBoolean(Columns.flags(rows, Header::replied))
                .addArrayOfString(Columns.texts(rows, row -> json(row.resumePoint())))
                .addArrayOfInteger(Columns.integers(rows, Header::lastSequence))
                .addArrayOfLong(Columns.longs(rows, Header::advance))
                .addArrayOfOffsetDateTime(Columns.times(rows, Header::createdAt))
                .addArrayOfOffsetDateTime(Columns.times(rows, Header::startedAt))
                .addArrayOfOffsetDateTime(Columns.times(rows, Header::expiresAt))
                .addArrayOfOffsetDateTime(Columns.times(rows, Header::endedAt))
                .addArrayOfString(Columns.texts(rows, ExecutionTable::messages))
                .addArrayOfString(Columns.texts(rows, ExecutionTable::steering))
                .addArrayOfBoolean(Columns.flags(rows, Header::paused))
                .addLong((long) rows.size());
        return connection.preparedQuery(INSERT).execute(columns);
    }

    /** Fenced when one of them does not stand where it was expected to. */
    static Future<RowSet<Row>> update(SqlConnection connection, Collection<ExecutionWrite> writes) {
        List<Header> rows = writes.stream().map(ExecutionWrite::header).toList();
        var columns = Tuple.tuple()
                .addArrayOfUUID(Columns.uuids(rows, Header::id))
                .addArrayOfLong(Columns.longs(writes, ExecutionWrite::expected))
                .addArrayOfString(Columns.texts(rows, row -> row.status().name()))
                .addArrayOfString(Columns.texts(rows, row -> record(row.reason())))
                .addArrayOfString(Columns.texts(rows, row -> json(row.output())))
                .addArrayOfBoolean(Columns.flags(rows, Header::replied))
                .addArrayOfString(Columns.texts(rows, row -> json(row.resumePoint())))
                .addArrayOfInteger(Columns.integers(rows, Header::lastSequence))
                .addArrayOfLong(Columns.longs(rows, Header::advance))
                .addArrayOfOffsetDateTime(Columns.times(rows, Header::endedAt))
                .addArrayOfString(Columns.texts(rows, ExecutionTable::messages))
                .addArrayOfOffsetDateTime(Columns.times(rows, Header::expiresAt))
                .addArrayOfString(Columns.texts(rows, ExecutionTable::steering))
                .addArrayOfBoolean(Columns.flags(rows, Header::paused))
                .addLong((long) rows.size());
        return connection.preparedQuery(UPDATE).execute(columns);
    }

    static Header header(Row row) {
        return new Header(
                row.getUUID("id").toString(),
                row.getString("workflow_id"),
                row.getString("workflow_key"),
                row.getString("event_key"),
                ExecutionStatus.valueOf(row.getString("status")),
                record(row.getString("reason"), EndReason.class),
                json(row.getString("context")),
                json(row.getString("output")),
                Columns.list(row.getString("stack")),
                row.getString("parent_execution_id"),
                record(row.getString("reply_to"), ReplyAddress.class),
                row.getBoolean("replied"),
                json(row.getString("resume_point")),
                row.getInteger("last_sequence"),
                row.getLong("advance"),
                time(row.getOffsetDateTime("created_at")),
                time(row.getOffsetDateTime("started_at")),
                time(row.getOffsetDateTime("expires_at")),
                time(row.getOffsetDateTime("ended_at")),
                Columns.list(row.getString("messages")),
                record(row.getString("steering"), Steering.class));
    }

    /** Nearly every execution is left alone: nothing is written for those. */
    private static String steering(Header header) {
        return header.steering().equals(Steering.NONE) ? null : record(header.steering());
    }

    /** Nearly no execution has any. */
    private static String messages(Header header) {
        return header.messages().isEmpty() ? null : Json.text(header.messages());
    }
}
