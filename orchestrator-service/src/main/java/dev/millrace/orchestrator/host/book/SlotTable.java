package dev.millrace.orchestrator.host.book;

import static dev.millrace.orchestrator.host.book.Database.await;

import dev.millrace.model.document.Concurrency.Overflow;
import dev.millrace.orchestrator.engine.graph.Admission.Claim;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.host.book.SlotChanges.Claimed;
import dev.millrace.orchestrator.host.book.SlotDecision.Verdict;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Slots of workflows with a concurrency limit. Executions of one workflow are spread over all hosts; whoever claims or
 * frees a slot holds a lock on its group until the turn is committed, so that everybody counts the same. Groups are locked
 * in one order, and behind everything else that a turn writes: hosts do not block each other in a circle. Each statement
 * sees what those before it have done, so none has to wait for an answer.
 */
final class SlotTable {
    /** The groups of claims, and of executions that have ended. */
    private static final String GROUPS = """
            (select c.workflow_key, c.concurrency_key from unnest($1::text[], $2::text[]) as c(workflow_key, concurrency_key)
              union select s.workflow_key, s.concurrency_key from unnest($3::uuid[]) as gone(id)
              join slot s on s.execution_id = gone.id) as g""";

    private static final String LOCK = """
            select pg_advisory_xact_lock(number) from (
              select distinct hashtextextended(g.workflow_key || chr(1) || g.concurrency_key, 7) as number
              from %s order by number) as numbers""".formatted(GROUPS);

    private static final String END = """
            update slot s set state = 'OVER' from unnest($1::uuid[]) as gone(id) where s.execution_id = gone.id""";

    private static final String RELEASE = """
            delete from slot s using unnest($1::uuid[]) as gone(id) where s.execution_id = gone.id""";

    private static final String CLAIM = """
            insert into slot (execution_id, workflow_key, concurrency_key, state, overflow, max_running, priority,
              occurred_at)
            select n.id, n.workflow_key, n.concurrency_key, 'QUEUED', n.overflow, n.max_running, n.priority, n.occurred_at
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::integer[], $7::timestamptz[])
              with ordinality as n(id, workflow_key, concurrency_key, overflow, max_running, priority, occurred_at, place)
            order by n.place
            on conflict do nothing""";

    private static final String COLUMNS = """
            s.execution_id, s.state, s.overflow, s.workflow_key, s.concurrency_key, s.max_running""";

    /** The newest stay, as many as may run. */
    private static final String EVICT = """
            update slot s set state = case s.state when 'HELD' then 'LEAVING' else 'REFUSED' end, decided_at = now()
            from unnest($1::text[], $2::text[], $3::integer[]) as g(workflow_key, concurrency_key, max_running)
            cross join lateral (select o.execution_id from slot o
              where o.workflow_key = g.workflow_key and o.concurrency_key = g.concurrency_key
                and o.state in ('HELD', 'QUEUED')
              order by o.position desc offset g.max_running) as older
            where s.execution_id = older.execution_id
            returning %s""".formatted(COLUMNS);

    /** As many as the first in the queue allows: versions of a workflow may differ in their limit. */
    private static final String PROMOTE = """
            update slot s set state = 'HELD', decided_at = now()
            from %s
            cross join lateral (
              select (select count(*) from slot h where h.workflow_key = g.workflow_key
                  and h.concurrency_key = g.concurrency_key and h.state in ('HELD', 'LEAVING')) as held,
                (select f.max_running from slot f where f.workflow_key = g.workflow_key
                  and f.concurrency_key = g.concurrency_key and f.state = 'QUEUED'
                  order by f.priority desc, f.occurred_at, f.position limit 1) as most) as room
            cross join lateral (select q.execution_id from slot q where q.workflow_key = g.workflow_key
                and q.concurrency_key = g.concurrency_key and q.state = 'QUEUED'
              order by q.priority desc, q.occurred_at, q.position limit greatest(0, room.most - room.held)) as next
            where s.execution_id = next.execution_id
            returning %s""".formatted(GROUPS, COLUMNS);

    private static final String REFUSE = """
            update slot s set state = 'REFUSED', decided_at = now() from unnest($1::uuid[]) as wanted(id)
            where s.execution_id = wanted.id and s.state = 'QUEUED'
            returning %s""".formatted(COLUMNS);

    /** What is frozen at the start is not known before a queued execution begins. */
    private static final String BEGIN = """
            update execution e set started_at = n.started_at
            from unnest($1::uuid[], $2::timestamptz[]) as n(id, started_at) where e.id = n.id""";

    private static final String UNHEARD = """
            select %s from slot s join execution e on e.id = s.execution_id
            where s.decided_at < now() - $1 * interval '1 millisecond'
              and (s.state in ('HELD', 'REFUSED') and e.status = 'QUEUED' or s.state = 'LEAVING'
                and e.status in ('STARTED', 'QUEUED'))
            limit $2""".formatted(COLUMNS);

    private static final String ORPHANS = """
            select s.execution_id from slot s left join execution e on e.id = s.execution_id
            where e.id is null or e.status not in ('STARTED', 'QUEUED') limit $1""";

    private SlotTable() {}

    static List<Future<?>> write(SqlConnection connection, SlotChanges changes) {
        var sent = new ArrayList<Future<?>>();
        if (!changes.begun().isEmpty()) {
            sent.add(begin(connection, changes.begun()));
        }
        if (!changes.claims().isEmpty() || !changes.released().isEmpty()) {
            sent.add(connection.preparedQuery(LOCK).execute(groups(changes)));
            sent.addAll(change(connection, changes));
        }
        return sent;
    }

    private static Tuple groups(SlotChanges changes) {
        return Tuple.tuple()
                .addArrayOfString(
                        Columns.texts(changes.claims(), row -> row.claim().workflowKey()))
                .addArrayOfString(
                        Columns.texts(changes.claims(), row -> row.claim().concurrencyKey()))
                .addArrayOfUUID(ExecutionTable.uuids(changes.released()));
    }

    private static List<Future<?>> change(SqlConnection connection, SlotChanges changes) {
        var superseding = claims(changes, Overflow.CANCEL_OLDER);
        var rejecting = claims(changes, Overflow.REJECT);
        boolean releases = !changes.released().isEmpty();
        var sent = new ArrayList<Future<?>>();
        if (releases) {
            sent.add(connection.preparedQuery(END).execute(ids(changes.released())));
        }
        if (!changes.claims().isEmpty()) {
            sent.add(claim(connection, changes.claims()));
        }
        if (!superseding.isEmpty()) {
            sent.add(changes.tell(evict(connection, superseding)));
        }
        sent.add(changes.tell(connection.preparedQuery(PROMOTE).execute(groups(changes))));
        if (!rejecting.isEmpty()) {
            var all = rejecting.stream().map(one -> one.header().id()).toList();
            sent.add(changes.tell(connection.preparedQuery(REFUSE).execute(ids(all))));
        }
        if (releases) {
            sent.add(connection.preparedQuery(RELEASE).execute(ids(changes.released())));
        }
        return sent;
    }

    private static Tuple ids(Collection<String> executionIds) {
        return Tuple.tuple().addArrayOfUUID(ExecutionTable.uuids(executionIds));
    }

    private static List<Claimed> claims(SlotChanges changes, Overflow overflow) {
        return changes.claims().stream()
                .filter(claimed -> claimed.claim().overflow() == overflow)
                .toList();
    }

    private static Future<?> claim(SqlConnection connection, List<Claimed> rows) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(Columns.uuids(rows, row -> row.header().id()))
                        .addArrayOfString(Columns.texts(rows, row -> row.claim().workflowKey()))
                        .addArrayOfString(Columns.texts(rows, row -> row.claim().concurrencyKey()))
                        .addArrayOfString(Columns.texts(
                                rows, row -> row.claim().overflow().name()))
                        .addArrayOfInteger(
                                Columns.integers(rows, row -> row.claim().limit()))
                        .addArrayOfInteger(
                                Columns.integers(rows, row -> row.claim().priority()))
                        .addArrayOfOffsetDateTime(
                                Columns.times(rows, row -> row.header().createdAt())));
    }

    private static Future<RowSet<Row>> evict(SqlConnection connection, List<Claimed> superseding) {
        List<Claim> claims = superseding.stream().map(Claimed::claim).toList();
        return connection
                .preparedQuery(EVICT)
                .execute(Tuple.tuple()
                        .addArrayOfString(Columns.texts(claims, Claim::workflowKey))
                        .addArrayOfString(Columns.texts(claims, Claim::concurrencyKey))
                        .addArrayOfInteger(Columns.integers(claims, Claim::limit)));
    }

    private static Future<?> begin(SqlConnection connection, List<Header> begun) {
        return connection
                .preparedQuery(BEGIN)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(Columns.uuids(begun, Header::id))
                        .addArrayOfOffsetDateTime(Columns.times(begun, Header::startedAt)));
    }

    static Stream<SlotDecision> decisions(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(SlotTable::decision);
    }

    private static SlotDecision decision(Row row) {
        return new SlotDecision(
                row.getUUID("execution_id").toString(),
                verdict(row.getString("state"), Overflow.valueOf(row.getString("overflow"))),
                row.getString("workflow_key"),
                row.getString("concurrency_key"),
                row.getInteger("max_running"));
    }

    private static Verdict verdict(String state, Overflow overflow) {
        if (state.equals("HELD")) {
            return Verdict.BEGIN;
        }
        return state.equals("REFUSED") && overflow == Overflow.REJECT ? Verdict.REFUSED : Verdict.SUPERSEDED;
    }

    /** Decisions that were made some time ago and have had no effect: whoever made them may have told nobody. */
    static List<SlotDecision> unheard(SqlConnection connection, Duration age, int limit) {
        return decisions(await(connection.preparedQuery(UNHEARD).execute(Tuple.of((double) age.toMillis(), limit))))
                .toList();
    }

    /** Executions that have ended and still stand here; there is no way known that leads to it. */
    static List<String> orphans(SqlConnection connection, int limit) {
        var orphans = new ArrayList<String>();
        for (var row : await(connection.preparedQuery(ORPHANS).execute(Tuple.of(limit)))) {
            orphans.add(row.getUUID("execution_id").toString());
        }
        return orphans;
    }
}
