package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.Records.WriteOrigin;
import dev.millrace.datasources.sql.Sql;
import dev.millrace.datasources.sql.Statement;
import dev.millrace.model.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;

/**
 * The statements on the ledger: one row per job that wrote, written in the transaction of its write. Its key makes a write
 * happen once; its transaction id leads from a change in the log to the chain of workflows that made it.
 */
final class Ledger {
    /** Logical decoding shows 32 bits of the transaction's id. */
    private static final String TRANSACTION = "cast(cast(pg_current_xact_id() as text) as int8) % 4294967296";

    private Ledger() {}

    static Condition notRecorded(String jobId) {
        return Sql.condition("not exists (select 1 from millrace_ledger.ledger where job_id = {0})", Sql.text(jobId));
    }

    /**
     * The write and its row in one statement. Of two at the same time, the later one runs into the ledger's key, which takes
     * its write back. Answers the result, of an earlier run if there was one.
     *
     * @param write a data-changing statement, guarded by {@link #notRecorded}
     * @param result its result as jsonb, from the rows {@code changed}
     */
    static QueryPart recording(QueryPart write, Field<?> result, WriteOrigin origin) {
        return Sql.part(
                "with changed as ({0}), noted as (insert into millrace_ledger.ledger (job_id, result, stack, tx_id, written_at)"
                        + " select {1}, {2}, cast({3} as jsonb), " + TRANSACTION + ", now() where {4} returning result)"
                        + " select cast(coalesce((select result from noted),"
                        + " (select result from millrace_ledger.ledger where job_id = {1})) as text)",
                write,
                Sql.text(origin.jobId()),
                result,
                Sql.text(Json.text(origin.stack())),
                notRecorded(origin.jobId()));
    }

    /** Whether the job is this transaction's to do; waits for another transaction that is at it. */
    static Future<Boolean> claim(Session session, WriteOrigin origin) {
        return session.run(new Statement(
                        "insert into millrace_ledger.ledger (job_id, stack, tx_id, written_at) select cast($1 as text),"
                                + " cast(cast($2 as text) as jsonb), " + TRANSACTION + ", now()"
                                + " on conflict (job_id) do nothing",
                        List.of(origin.jobId(), Json.text(origin.stack()))))
                .map(rows -> rows.rowCount() == 1);
    }

    static Future<JsonNode> complete(Session session, WriteOrigin origin, JsonNode result) {
        return session.run(new Statement(
                        "update millrace_ledger.ledger set result = cast(cast($2 as text) as jsonb) where job_id = cast($1 as text)",
                        List.of(origin.jobId(), Json.text(result))))
                .map(result);
    }

    /** The row of a job of which nobody knew beforehand whether it would write; one that only read leaves none. */
    static Future<JsonNode> recordIfWritten(Session session, WriteOrigin origin, JsonNode result) {
        return session.run(new Statement(
                        "insert into millrace_ledger.ledger (job_id, result, stack, tx_id, written_at)"
                                + " select cast($1 as text), cast(cast($2 as text) as jsonb),"
                                + " cast(cast($3 as text) as jsonb), " + TRANSACTION + ", now()"
                                + " where pg_current_xact_id_if_assigned() is not null",
                        List.of(origin.jobId(), Json.text(result), Json.text(origin.stack()))))
                .map(result);
    }

    static Future<Optional<JsonNode>> recorded(Session session, String jobId) {
        return session.run(new Statement(
                        "select cast(result as text) from millrace_ledger.ledger where job_id = cast($1 as text)",
                        List.of(jobId)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(Json.parse(rows.iterator().next().getString(0))));
    }

    /** Ids come again after 2^32 transactions; the newest row is meant. */
    static Future<Map<Long, List<String>>> chains(Session session, Set<Long> transactionIds) {
        String[] ids = transactionIds.stream().map(String::valueOf).toArray(String[]::new);
        return session.run(new Statement(
                        "select distinct on (tx_id) tx_id, cast(stack as text) from millrace_ledger.ledger"
                                + " where tx_id = any(cast(cast($1 as text[]) as int8[])) order by tx_id, written_at desc",
                        List.of((Object) ids)))
                .map(Ledger::chains);
    }

    private static Map<Long, List<String>> chains(RowSet<Row> rows) {
        var chains = new HashMap<Long, List<String>>();
        for (Row row : rows) {
            chains.put(
                    row.getLong(0), List.of(Json.mapper().convertValue(Json.parse(row.getString(1)), String[].class)));
        }
        return chains;
    }
}
