package dev.millrace.datasources.postgres;

import dev.millrace.datasources.Collection;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.sql.Sql;
import io.vertx.core.Future;
import java.util.List;
import org.jooq.Condition;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** The statements that insert one record. */
final class Inserts {
    private static final String CHANGED = "changed";

    private Inserts() {}

    /** Guarded, as part of a larger statement. Needs at least one column. */
    static QueryPart guarded(Collection collection, List<Assignment> columns, Condition guard) {
        return Sql.part(
                "insert into {0} ({1}) select {2} where {3} returning *",
                Sql.table(collection.schema(), collection.table()), names(columns), values(columns), guard);
    }

    /** The inserted record as jsonb from the rows {@code changed}: names and texts, see {@link RawRecord#recorded()}. */
    static org.jooq.Field<?> inserted(Collection collection) {
        String[] names = collection.fields().stream()
                .map(dev.millrace.datasources.Field::name)
                .toArray(String[]::new);
        return Sql.field(
                "(select jsonb_object({0}, array[{1}]) from changed)",
                Sql.texts(names), Sql.list(RawRecord.columns(collection, CHANGED)));
    }

    static Future<RawRecord> run(Session session, Collection collection, List<Assignment> columns) {
        return session.run(statement(collection, columns)).map(rows -> {
            if (rows.size() == 0) {
                throw suppressed(collection);
            }
            return RawRecord.of(collection, rows.iterator().next());
        });
    }

    /** A trigger of the database may swallow a row. */
    static DataSourceException suppressed(Collection collection) {
        return new DataSourceException(
                "not_created",
                "Expected to create a record in collection \"%s\", but the database inserted none"
                        .formatted(collection.name()));
    }

    private static QueryPart statement(Collection collection, List<Assignment> columns) {
        var table = Sql.table(collection.schema(), collection.table());
        var alias = DSL.name("r");
        var returned = Sql.list(RawRecord.columns(collection, "r"));
        return columns.isEmpty()
                ? Sql.part("insert into {0} as {1} default values returning {2}", table, alias, returned)
                : Sql.part(
                        "insert into {0} as {1} ({2}) values ({3}) returning {4}",
                        table, alias, names(columns), values(columns), returned);
    }

    private static QueryPart names(List<Assignment> columns) {
        return Sql.list(
                columns.stream().map(column -> Sql.name(column.field().name())).toList());
    }

    private static QueryPart values(List<Assignment> columns) {
        return Sql.list(columns.stream().map(column -> newValue(column)).toList());
    }

    private static org.jooq.Field<?> newValue(Assignment column) {
        if (column instanceof Assignment.Increment) {
            throw new DataSourceException(
                    "invalid_value",
                    "Expected a value for field \"%s\" of a new record, but $increment needs a record that exists"
                            .formatted(column.field().name()));
        }
        return column.value("r");
    }
}
