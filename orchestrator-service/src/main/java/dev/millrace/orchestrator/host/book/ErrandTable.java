package dev.millrace.orchestrator.host.book;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.orchestrator.engine.effect.Errand;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Errands as rows, from the advance that brought them about until they are sent. */
public final class ErrandTable {
    private static final String INSERT = """
            insert into errand (execution_id, kind, message, created_at)
            select *, now() from unnest($1::uuid[], $2::text[], $3::text[]) on conflict do nothing""";

    private static final String DELETE = """
            delete from errand e using unnest($1::uuid[], $2::text[]) as gone(id, kind)
            where e.execution_id = gone.id and e.kind = gone.kind""";

    private static final String OLDER = """
            select kind, message from errand where created_at < now() - make_interval(secs => $1)
            order by created_at limit $2 for update skip locked""";

    private ErrandTable() {}

    private enum Kind {
        START,
        ABORT;

        static Kind of(Errand errand) {
            return errand instanceof Errand.Start ? START : ABORT;
        }
    }

    static Future<RowSet<Row>> insert(SqlConnection connection, Collection<Errand> errands) {
        return connection
                .preparedQuery(INSERT)
                .execute(keys(errands).addArrayOfString(Columns.texts(errands, ErrandTable::message)));
    }

    public static Future<RowSet<Row>> delete(SqlConnection connection, Collection<Errand> errands) {
        return connection.preparedQuery(DELETE).execute(keys(errands));
    }

    private static Tuple keys(Collection<Errand> errands) {
        return Tuple.tuple()
                .addArrayOfUUID(Columns.uuids(errands, Errand::executionId))
                .addArrayOfString(
                        Columns.texts(errands, errand -> Kind.of(errand).name()));
    }

    /** Locks them for the transaction and passes over those that somebody else holds. */
    public static Future<List<Errand>> lockOlder(SqlConnection connection, Duration than, int limit) {
        return connection
                .preparedQuery(OLDER)
                .execute(Tuple.of((double) than.toSeconds(), limit))
                .map(rows -> rows.stream().map(ErrandTable::errand).toList());
    }

    private static String message(Errand errand) {
        return Json.text(errand instanceof Errand.Start start ? start.event() : ((Errand.Abort) errand).command());
    }

    private static Errand errand(Row row) {
        JsonNode message = Json.parse(row.getString("message"));
        return Kind.valueOf(row.getString("kind")) == Kind.START
                ? new Errand.Start(Json.mapper().convertValue(message, TriggerEvent.class))
                : new Errand.Abort(
                        (ExecutionCommand.Abort) Json.mapper().convertValue(message, ExecutionCommand.class));
    }
}
