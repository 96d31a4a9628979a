package dev.millrace.orchestrator.host.book;

import dev.millrace.model.message.TimerKey;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Timers as rows. */
public final class TimerTable {
    private static final String SET = """
            insert into timer (execution_id, job_sequence, kind, due_at)
            select * from unnest($1::uuid[], $2::integer[], $3::text[], $4::timestamptz[])
            on conflict (execution_id, job_sequence, kind) do update set due_at = excluded.due_at""";

    private static final String CLEAR = """
            delete from timer t using unnest($1::uuid[], $2::integer[], $3::text[]) as gone(id, job_sequence, kind)
            where t.execution_id = gone.id and t.job_sequence = gone.job_sequence and t.kind = gone.kind""";

    private static final String DUE = """
            select execution_id, job_sequence, kind, due_at from timer where due_at <= $1 order by due_at
            limit $2 for update skip locked""";

    private TimerTable() {}

    /** @param dueAt null where the timer is to be cleared */
    public record Entry(String executionId, TimerKey key, Instant dueAt) {}

    static Future<RowSet<Row>> set(SqlConnection connection, List<Entry> rows) {
        return connection
                .preparedQuery(SET)
                .execute(keys(rows).addArrayOfOffsetDateTime(Columns.times(rows, Entry::dueAt)));
    }

    public static Future<RowSet<Row>> clear(SqlConnection connection, List<Entry> rows) {
        return connection.preparedQuery(CLEAR).execute(keys(rows));
    }

    private static Tuple keys(Collection<Entry> rows) {
        return Tuple.tuple()
                .addArrayOfUUID(Columns.uuids(rows, Entry::executionId))
                .addArrayOfInteger(Columns.integers(rows, row -> row.key().jobSequence()))
                .addArrayOfString(Columns.texts(rows, row -> row.key().kind().name()));
    }

    /** Locks them for the transaction and passes over those that another sweep holds. */
    public static Future<List<Entry>> lockDue(SqlConnection connection, Instant now, int limit) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(Columns.time(now), limit))
                .map(rows -> rows.stream().map(TimerTable::entry).toList());
    }

    public static Future<Optional<Instant>> nextDue(SqlConnection connection) {
        return connection
                .preparedQuery("select due_at from timer order by due_at limit 1")
                .execute()
                .map(rows -> rows.stream().findFirst().map(row -> Columns.time(row.getOffsetDateTime("due_at"))));
    }

    private static Entry entry(Row row) {
        var key = new TimerKey(row.getInteger("job_sequence"), TimerKey.Kind.valueOf(row.getString("kind")));
        return new Entry(row.getUUID("execution_id").toString(), key, Columns.time(row.getOffsetDateTime("due_at")));
    }
}
