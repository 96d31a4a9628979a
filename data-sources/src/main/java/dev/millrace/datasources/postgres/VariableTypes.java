package dev.millrace.datasources.postgres;

import dev.millrace.datasources.script.ScriptStatement;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Asks the database which types the variables of a statement have: it is prepared there, looked at and forgotten, in one round
 * trip. The driver knows them too, and keeps them to itself.
 */
final class VariableTypes {
    private static final String PREPARE = "prepare millrace_variables as ";

    /** The line's end ends a comment at the end of the statement. */
    private static final String LOOK = "\n; " + """
            select cast(cast(u.type as regtype) as text), cast(b.typname as text), cast(b.typtype as text),
                   cast(b.typcategory as text)
              from pg_catalog.pg_prepared_statements p
              cross join unnest(p.parameter_types) with ordinality as u(type, number)
              join pg_catalog.pg_type t on t.oid = u.type
              join pg_catalog.pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
             where p.name = 'millrace_variables'
             order by u.number;
            deallocate millrace_variables
            """;

    private VariableTypes() {}

    static SentStatement question(ScriptStatement statement) {
        return SentStatement.numbered(PREPARE, statement, LOOK);
    }

    static Future<Map<String, VariableType>> ask(SqlConnection connection, SentStatement question) {
        return connection
                .query(question.sql())
                .execute()
                .map(prepared -> Binding.types(question.names(), types(prepared.next())));
    }

    private static List<VariableType> types(RowSet<Row> rows) {
        var types = new ArrayList<VariableType>();
        for (Row row : rows) {
            types.add(new VariableType(
                    row.getString(0),
                    row.getString(1),
                    FieldTypes.of(row.getString(1), row.getString(2), row.getString(3))));
        }
        return types;
    }
}
