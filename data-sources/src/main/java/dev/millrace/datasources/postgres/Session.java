package dev.millrace.datasources.postgres;

import dev.millrace.datasources.sql.Sql;
import dev.millrace.datasources.sql.Statement;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import org.jooq.QueryPart;

/** Runs statements, on any connection of the pool or inside one transaction. */
final class Session {
    private final SqlClient client;
    private final Failures failures;

    Session(SqlClient client, Failures failures) {
        this.client = client;
        this.failures = failures;
    }

    Future<RowSet<Row>> run(QueryPart query) {
        return run(Sql.render(query));
    }

    Future<RowSet<Row>> run(Statement statement) {
        return client.preparedQuery(statement.sql())
                .execute(Tuple.from(statement.values()))
                .recover(failure -> Future.failedFuture(failures.translate(failure)));
    }
}
