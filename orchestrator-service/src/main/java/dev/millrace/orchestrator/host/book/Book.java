package dev.millrace.orchestrator.host.book;

import static dev.millrace.orchestrator.host.book.Database.await;

import dev.millrace.orchestrator.engine.effect.Errand;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.host.book.JobTable.Place;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The state of all executions in PostgreSQL. One call reads or writes a whole batch in a few statements; no statement
 * crosses executions otherwise, so that executions may live in several databases.
 */
public final class Book {
    private final Database database;

    public Book(Database database) {
        this.database = database;
    }

    /**
     * @param versions learns of those that the executions run on
     */
    public Snapshot load(Set<String> executionIds, Set<EventKey> events, KnownVersions versions) {
        var snapshot = Snapshot.empty();
        if (executionIds.isEmpty() && events.isEmpty()) {
            return snapshot;
        }
        return database.reading(connection -> {
            readKnown(connection, executionIds, events, snapshot);
            restoreVersions(connection, snapshot, versions);
            var places = places(snapshot, versions::nodeKeys);
            var inPasses = PassPlaces.of(snapshot, places);
            if (!places.isEmpty()) {
                addJobs(await(JobTable.readNewest(connection, places)), snapshot);
            }
            if (!inPasses.isEmpty()) {
                addJobs(await(JobTable.readNewestInPasses(connection, inPasses)), snapshot);
            }
            return snapshot;
        });
    }

    private static void readKnown(
            SqlConnection connection, Set<String> executionIds, Set<EventKey> events, Snapshot snapshot) {
        var headers = ExecutionTable.read(connection, executionIds);
        var pending = JobTable.readPending(connection, executionIds);
        var known = EventKeyTable.read(connection, events);
        for (var row : await(headers)) {
            var header = ExecutionTable.header(row);
            snapshot.headers().put(header.id(), header);
        }
        addJobs(await(pending), snapshot);
        for (var row : await(known)) {
            snapshot.events()
                    .put(
                            new EventKey(row.getString("workflow_key"), row.getString("event_key")),
                            row.getUUID("execution_id").toString());
        }
    }

    private static void addJobs(Iterable<Row> rows, Snapshot snapshot) {
        for (var row : rows) {
            snapshot.add(row.getUUID("execution_id").toString(), JobTable.job(row));
        }
    }

    private static void restoreVersions(SqlConnection connection, Snapshot snapshot, KnownVersions versions) {
        var unknown = snapshot.headers().values().stream()
                .map(Header::workflowId)
                .filter(id -> !versions.knows(id))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            VersionTable.read(connection, unknown).forEach(versions::restore);
        }
    }

    /** Reads a version that has run before, if it has. */
    public void restoreVersion(String workflowId, KnownVersions versions) {
        database.reading(connection -> VersionTable.read(connection, List.of(workflowId)))
                .forEach(versions::restore);
    }

    private static List<Place> places(Snapshot snapshot, Function<String, Collection<String>> nodeKeys) {
        var places = new ArrayList<Place>();
        for (var header : snapshot.headers().values()) {
            if (!header.status().ended()) {
                nodeKeys.apply(header.workflowId()).forEach(key -> places.add(new Place(header.id(), key)));
            }
        }
        return places;
    }

    /** What executions that have ended can be gone on with or begun anew from. */
    public History history() {
        return new History(database);
    }

    public Map<String, Header> headers(Collection<String> executionIds) {
        var headers = new HashMap<String, Header>();
        if (!executionIds.isEmpty()) {
            database.reading(connection -> {
                for (var row : await(ExecutionTable.read(connection, executionIds))) {
                    var header = ExecutionTable.header(row);
                    headers.put(header.id(), header);
                }
                return headers;
            });
        }
        return headers;
    }

    /**
     * Writes everything or nothing.
     *
     * @return false when an execution no longer stands where it was read, or an event is known meanwhile
     */
    public boolean write(Collection<ExecutionWrite> writes) {
        return write(writes, Besides.NOTHING);
    }

    /** The same, and what is to be written besides. */
    public boolean write(Collection<ExecutionWrite> writes, Besides besides) {
        return writes.isEmpty() || database.atOnce(connection -> write(connection, writes, besides));
    }

    private static List<Future<?>> write(SqlConnection connection, Collection<ExecutionWrite> writes, Besides besides) {
        var created = writes.stream().filter(ExecutionWrite::isCreated).toList();
        var moved = writes.stream().filter(write -> !write.isCreated()).toList();
        var byEventKey = created.stream()
                .map(ExecutionWrite::header)
                .collect(Collectors.partitioningBy(header -> header.eventKey() != null));
        var sent = new ArrayList<Future<?>>();
        if (!created.isEmpty()) {
            sent.add(ExecutionTable.insert(connection, created));
        }
        if (!moved.isEmpty()) {
            sent.add(ExecutionTable.update(connection, moved));
        }
        if (!byEventKey.get(true).isEmpty()) {
            sent.add(EventKeyTable.insert(connection, byEventKey.get(true)));
        }
        if (!byEventKey.get(false).isEmpty()) {
            sent.add(EventKeyTable.absent(connection, byEventKey.get(false)));
        }
        sent.addAll(writeJobsAndTimers(connection, writes));
        sent.addAll(besides.write(connection));
        return sent;
    }

    private static List<Future<?>> writeJobsAndTimers(SqlConnection connection, Collection<ExecutionWrite> writes) {
        var begun = new ArrayList<JobTable.Written>();
        var moved = new ArrayList<JobTable.Written>();
        var set = new ArrayList<TimerTable.Entry>();
        var cleared = new ArrayList<TimerTable.Entry>();
        for (var write : writes) {
            var id = write.header().id();
            write.begun().forEach(job -> begun.add(new JobTable.Written(id, job)));
            write.moved().forEach(job -> moved.add(new JobTable.Written(id, job)));
            write.timers().forEach((key, due) -> {
                if (due.isPresent()) {
                    set.add(new TimerTable.Entry(id, key, due.get()));
                } else if (!write.isCreated()) {
                    cleared.add(new TimerTable.Entry(id, key, null));
                }
            });
        }
        var sent = new ArrayList<Future<?>>();
        if (!begun.isEmpty()) {
            sent.add(JobTable.insert(connection, begun));
        }
        if (!moved.isEmpty()) {
            sent.add(JobTable.update(connection, moved));
        }
        if (!cleared.isEmpty()) {
            sent.add(TimerTable.clear(connection, cleared));
        }
        if (!set.isEmpty()) {
            sent.add(TimerTable.set(connection, set));
        }
        var errands = writes.stream().flatMap(write -> write.errands().stream()).toList();
        if (!errands.isEmpty()) {
            sent.add(ErrandTable.insert(connection, errands));
        }
        return sent;
    }

    /** Deletes executions with all that belongs to them; their events stay known, so that a repeat starts nothing. */
    public void delete(Collection<Header> executions) {
        if (executions.isEmpty()) {
            return;
        }
        var ids = ExecutionTable.uuids(executions.stream().map(Header::id).toList());
        database.atOnce(connection -> {
            var sent = new ArrayList<Future<?>>();
            sent.add(EventKeyTable.keep(connection, executions));
            for (var table : List.of("timer", "job", "execution")) {
                var column = table.equals("execution") ? "id" : "execution_id";
                var sql = "delete from " + table + " t using unnest($1::uuid[]) as gone(id) where t." + column
                        + " = gone.id";
                sent.add(connection.preparedQuery(sql).execute(Tuple.tuple().addArrayOfUUID(ids)));
            }
            return sent;
        });
    }

    /** They are sent. */
    public void forgetErrands(Collection<Errand> errands) {
        if (!errands.isEmpty()) {
            database.reading(connection -> await(ErrandTable.delete(connection, errands)));
        }
    }

    public int forgetEventsBefore(Instant before) {
        return database.reading(connection -> await(EventKeyTable.prune(connection, before)));
    }
}
