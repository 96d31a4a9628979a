package dev.millrace.orchestrator.host.book;

import static dev.millrace.orchestrator.host.book.Database.await;

import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Path;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads jobs that are no part of any state: of executions that are gone on with or begun anew. No hot path. */
public final class History {
    private static final String BY_SEQUENCE = """
            select j.* from unnest($1::uuid[], $2::integer[]) as wanted(id, sequence)
            join job j on j.execution_id = wanted.id and j.sequence = wanted.sequence""";

    private static final String RUN = """
            select * from job where execution_id = $1::uuid and node_key = $2 and ($3::text is null or path = $3)
            order by sequence desc limit 1""";

    private static final String NEWEST_BEFORE = """
            select newest.* from unnest($2::text[]) as wanted(node_key)
            cross join lateral (select * from job j where j.execution_id = $1::uuid and j.node_key = wanted.node_key
              and j.sequence < $3 order by j.sequence desc limit 1) as newest""";

    private static final String NEWEST_IN_PASS = """
            select newest.* from unnest($1::uuid[], $2::text[], $3::text[]) as wanted(id, node_key, pass)
            cross join lateral (select * from job j where j.execution_id = wanted.id and j.node_key = wanted.node_key
              and (j.path = wanted.pass or starts_with(j.path, wanted.pass || '/')) and j.sequence < $4
              order by j.sequence desc limit 1) as newest""";

    private final Database database;

    History(Database database) {
        this.database = database;
    }

    /** @param sequences wanted of each execution */
    public Map<String, List<Job>> jobs(Map<String, List<Integer>> sequences) {
        var ids = new ArrayList<String>();
        var numbers = new ArrayList<Integer>();
        sequences.forEach((id, wanted) -> wanted.forEach(sequence -> {
            ids.add(id);
            numbers.add(sequence);
        }));
        return read(
                BY_SEQUENCE,
                Tuple.tuple()
                        .addArrayOfUUID(Columns.uuids(ids, id -> id))
                        .addArrayOfInteger(numbers.toArray(Integer[]::new)));
    }

    /** The newest job of each node. */
    public Map<String, List<Job>> newest(Map<String, Collection<String>> nodeKeys) {
        var places = new ArrayList<JobTable.Place>();
        nodeKeys.forEach((id, keys) -> keys.forEach(key -> places.add(new JobTable.Place(id, key))));
        return database.reading(connection -> byExecution(await(JobTable.readNewest(connection, places))));
    }

    /**
     * The newest run of a node.
     *
     * @param path in which it stands, or null for any
     */
    public Optional<Job> run(String executionId, String nodeKey, Path path) {
        return read(RUN, Tuple.of(uuid(executionId), nodeKey, path == null ? null : path.toString()))
                .getOrDefault(executionId, List.of())
                .stream()
                .findFirst();
    }

    /** The newest job of each node that came before the one with the sequence. */
    public List<Job> newestBefore(String executionId, Collection<String> nodeKeys, int sequence) {
        var parameters = Tuple.of(uuid(executionId))
                .addArrayOfString(nodeKeys.toArray(String[]::new))
                .addInteger(sequence);
        return read(NEWEST_BEFORE, parameters).getOrDefault(executionId, List.of());
    }

    /** The newest job of each node in each of the passes. */
    public List<Job> newestInPasses(
            String executionId, Collection<String> nodeKeys, Collection<Path> passes, int before) {
        var ids = new ArrayList<String>();
        var keys = new ArrayList<String>();
        var paths = new ArrayList<String>();
        passes.forEach(pass -> nodeKeys.forEach(key -> {
            ids.add(executionId);
            keys.add(key);
            paths.add(pass.toString());
        }));
        if (ids.isEmpty()) {
            return List.of();
        }
        return read(
                        NEWEST_IN_PASS,
                        Tuple.tuple()
                                .addArrayOfUUID(Columns.uuids(ids, id -> id))
                                .addArrayOfString(keys.toArray(String[]::new))
                                .addArrayOfString(paths.toArray(String[]::new))
                                .addInteger(before))
                .getOrDefault(executionId, List.of());
    }

    private Map<String, List<Job>> read(String sql, Tuple parameters) {
        return database.reading(
                connection -> byExecution(await(connection.preparedQuery(sql).execute(parameters))));
    }

    private static Map<String, List<Job>> byExecution(Iterable<Row> rows) {
        var jobs = new HashMap<String, List<Job>>();
        rows.forEach(row -> jobs.computeIfAbsent(row.getUUID("execution_id").toString(), id -> new ArrayList<>())
                .add(JobTable.job(row)));
        return jobs;
    }

    private static UUID uuid(String id) {
        return UUID.fromString(id);
    }
}
