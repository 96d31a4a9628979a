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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Slots of workflows with a concurrency limit. Executions of one workflow are spread over all hosts; whoever claims or
 * frees a slot holds a lock on its group until the turn is committed, so that everybody counts the same. Groups are locked
 * in one order, and behind everything else that a turn writes: hosts do not block each other in a circle.
 */
final class SlotTable {
    private static final String GROUPS = """
            select distinct s.workflow_key, s.concurrency_key from unnest($1::uuid[]) as gone(id)
            join slot s on s.execution_id = gone.id""";

    private static final String LOCK = """
            select pg_advisory_xact_lock(number) from (
              select distinct hashtextextended(g.workflow_key || chr(1) || g.concurrency_key, 7) as number
              from unnest($1::text[], $2::text[]) as g(workflow_key, concurrency_key) order by number) as numbers""";

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

    private static final String TOLD = """
            returning s.execution_id, s.state, s.overflow, s.workflow_key, s.concurrency_key, s.max_running""";

    /** The newest stay, as many as may run. */
    private static final String EVICT = """
            update slot s set state = case s.state when 'HELD' then 'LEAVING' else 'REFUSED' end, decided_at = now()
            from unnest($1::text[], $2::text[], $3::integer[]) as g(workflow_key, concurrency_key, max_running)
            cross join lateral (select o.execution_id from slot o
              where o.workflow_key = g.workflow_key and o.concurrency_key = g.concurrency_key
                and o.state in ('HELD', 'QUEUED')
              order by o.position desc offset g.max_running) as older
            where s.execution_id = older.execution_id
            """ + TOLD;

    /** As many as the first in the queue allows: versions of a workflow may differ in their limit. */
    private static final String PROMOTE = """
            update slot s set state = 'HELD', decided_at = now()
            from unnest($1::text[], $2::text[]) as g(workflow_key, concurrency_key)
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
            """ + TOLD;

    private static final String REFUSE = """
            update slot s set state = 'REFUSED', decided_at = now() from unnest($1::uuid[]) as wanted(id)
            where s.execution_id = wanted.id and s.state = 'QUEUED'
            """ + TOLD;

    /** What is frozen at the start is not known before a queued execution begins. */
    private static final String BEGIN = """
            update execution e set started_at = n.started_at, expires_at = n.expires_at
            from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as n(id, started_at, expires_at)
            where e.id = n.id""";

    private static final String UNHEARD = """
            select s.execution_id, s.state, s.overflow, s.workflow_key, s.concurrency_key, s.max_running
            from slot s join execution e on e.id = s.execution_id
            where s.decided_at < now() - $1 * interval '1 millisecond'
              and (s.state in ('HELD', 'REFUSED') and e.status = 'QUEUED' or s.state = 'LEAVING'
                and e.status in ('STARTED', 'QUEUED'))
            limit $2""";

    private static final String ORPHANS = """
            select s.execution_id from slot s left join execution e on e.id = s.execution_id
            where e.id is null or e.status not in ('STARTED', 'QUEUED') limit $1""";

    private SlotTable() {}

    private record Group(String workflowKey, String concurrencyKey) {}

    static void write(SqlConnection connection, SlotChanges changes) {
        var sent = new ArrayList<Future<?>>();
        if (!changes.begun().isEmpty()) {
            sent.add(begin(connection, changes.begun()));
        }
        var groups = groups(connection, changes);
        if (!groups.isEmpty()) {
            sent.add(lock(connection, groups));
            sent.addAll(takeAndGive(connection, changes));
            decide(connection, groups, changes);
        }
        sent.forEach(Database::await);
    }

    private static Set<Group> groups(SqlConnection connection, SlotChanges changes) {
        var groups = new LinkedHashSet<Group>();
        if (!changes.released().isEmpty()) {
            for (var row : await(connection.preparedQuery(GROUPS).execute(ids(changes.released())))) {
                groups.add(new Group(row.getString("workflow_key"), row.getString("concurrency_key")));
            }
        }
        for (var claimed : changes.claims()) {
            groups.add(new Group(
                    claimed.claim().workflowKey(), Columns.text(claimed.claim().concurrencyKey())));
        }
        return groups;
    }

    private static Future<?> lock(SqlConnection connection, Collection<Group> groups) {
        return connection.preparedQuery(LOCK).execute(tuple(groups));
    }

    private static Tuple tuple(Collection<Group> groups) {
        return Tuple.tuple()
                .addArrayOfString(Columns.texts(groups, Group::workflowKey))
                .addArrayOfString(Columns.texts(groups, Group::concurrencyKey));
    }

    private static Tuple ids(Collection<String> executionIds) {
        return Tuple.tuple().addArrayOfUUID(ExecutionTable.uuids(executionIds));
    }

    private static List<Future<?>> takeAndGive(SqlConnection connection, SlotChanges changes) {
        var sent = new ArrayList<Future<?>>();
        if (!changes.released().isEmpty()) {
            sent.add(connection.preparedQuery(RELEASE).execute(ids(changes.released())));
        }
        if (!changes.claims().isEmpty()) {
            sent.add(claim(connection, changes.claims()));
        }
        return sent;
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

    /** Each statement sees what those before it have done. */
    private static void decide(SqlConnection connection, Set<Group> groups, SlotChanges changes) {
        var superseding = claims(changes, Overflow.CANCEL_OLDER);
        var rejecting = claims(changes, Overflow.REJECT);
        var told = new ArrayList<Future<RowSet<Row>>>();
        if (!superseding.isEmpty()) {
            told.add(evict(connection, superseding));
        }
        told.add(connection.preparedQuery(PROMOTE).execute(tuple(groups)));
        if (!rejecting.isEmpty()) {
            told.add(connection
                    .preparedQuery(REFUSE)
                    .execute(
                            ids(rejecting.stream().map(one -> one.header().id()).toList())));
        }
        told.forEach(rows -> add(await(rows), changes.decisions()));
    }

    private static List<Claimed> claims(SlotChanges changes, Overflow overflow) {
        return changes.claims().stream()
                .filter(claimed -> claimed.claim().overflow() == overflow)
                .toList();
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
                        .addArrayOfOffsetDateTime(Columns.times(begun, Header::startedAt))
                        .addArrayOfOffsetDateTime(Columns.times(begun, Header::expiresAt)));
    }

    private static void add(Iterable<Row> rows, List<SlotDecision> decisions) {
        for (var row : rows) {
            decisions.add(new SlotDecision(
                    row.getUUID("execution_id").toString(),
                    verdict(row.getString("state"), Overflow.valueOf(row.getString("overflow"))),
                    row.getString("workflow_key"),
                    row.getString("concurrency_key"),
                    row.getInteger("max_running")));
        }
    }

    private static Verdict verdict(String state, Overflow overflow) {
        if (state.equals("HELD")) {
            return Verdict.BEGIN;
        }
        return state.equals("REFUSED") && overflow == Overflow.REJECT ? Verdict.REFUSED : Verdict.SUPERSEDED;
    }

    /** Decisions that were made some time ago and have had no effect: whoever made them may have told nobody. */
    static List<SlotDecision> unheard(SqlConnection connection, Duration age, int limit) {
        var decisions = new ArrayList<SlotDecision>();
        add(await(connection.preparedQuery(UNHEARD).execute(Tuple.of((double) age.toMillis(), limit))), decisions);
        return decisions;
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
