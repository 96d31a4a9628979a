package dev.millrace.datasources.postgres;

import dev.millrace.datasources.Collection;
import dev.millrace.datasources.Field;
import dev.millrace.datasources.sql.Statement;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the structure of a database from its catalogue: two statements, whatever the number of tables. */
final class Introspection {
    /** Tables, partitioned tables, views, materialised views, foreign tables; not the partitions. */
    private static final String RELATIONS = """
            c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
            and n.nspname not in ('pg_catalog', 'information_schema', 'millrace_ledger') and n.nspname not like 'pg\\_%'
            """;

    private static final String COLUMNS = """
            select n.nspname::text, c.relname::text, a.attname::text,
                   case when tn.nspname = 'pg_catalog' then t.typname::text
                        else quote_ident(tn.nspname) || '.' || quote_ident(t.typname) end,
                   b.typname::text, b.typtype::text, b.typcategory::text, not a.attnotnull,
                   a.atthasdef or a.attidentity <> '',
                   coalesce(array_position(k.conkey, a.attnum), 0)
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              join pg_type t on t.oid = a.atttypid
              join pg_namespace tn on tn.oid = t.typnamespace
              join pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
              left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
             where %s
             order by n.nspname <> cast($1 as text), n.nspname, c.relname, a.attnum
            """.formatted(RELATIONS);

    private static final String FOREIGN_KEYS = """
            select n.nspname::text, c.relname::text, a.attname::text, fn.nspname::text, f.relname::text, fa.attname::text
              from pg_constraint k
              join pg_class c on c.oid = k.conrelid
              join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
              join pg_class f on f.oid = k.confrelid
              join pg_namespace fn on fn.oid = f.relnamespace
              join pg_attribute fa on fa.attrelid = f.oid and fa.attnum = k.confkey[1]
             where k.contype = 'f' and k.conparentid = 0 and cardinality(k.conkey) = 1 and %s
             order by n.nspname, c.relname, a.attnum, k.conname
            """.formatted(RELATIONS);

    private final Session session;
    private final String defaultSchema;

    Introspection(Session session, String defaultSchema) {
        this.session = session;
        this.defaultSchema = defaultSchema;
    }

    /** By name, the default schema's first. */
    Future<Map<String, Collection>> read() {
        var columns = session.run(new Statement(COLUMNS, List.of(defaultSchema)));
        var keys = session.run(new Statement(FOREIGN_KEYS, List.of()));
        return Future.all(columns, keys).map(done -> collections(columns.result(), foreignKeys(keys.result())));
    }

    private Map<String, Collection> collections(RowSet<Row> columns, List<ForeignKey> keys) {
        var tables = new LinkedHashMap<String, Table>();
        for (Row row : columns) {
            tables.computeIfAbsent(name(row.getString(0), row.getString(1)), name -> new Table(row))
                    .add(row);
        }
        var associations = new Associations(keys);
        var collections = new LinkedHashMap<String, Collection>();
        tables.forEach((name, table) -> collections.put(name, table.collection(name, associations)));
        return collections;
    }

    private List<ForeignKey> foreignKeys(RowSet<Row> rows) {
        var keys = new ArrayList<ForeignKey>();
        for (Row row : rows) {
            keys.add(new ForeignKey(
                    name(row.getString(0), row.getString(1)),
                    row.getString(1),
                    row.getString(2),
                    name(row.getString(3), row.getString(4)),
                    row.getString(5)));
        }
        return keys;
    }

    private String name(String schema, String table) {
        return schema.equals(defaultSchema) ? table : schema + "." + table;
    }

    /** The columns of one table as they come in. */
    private static final class Table {
        private final String schema;
        private final String table;
        private final List<Field> fields = new ArrayList<>();
        private final Map<Integer, String> primaryKey = new TreeMap<>();

        Table(Row row) {
            schema = row.getString(0);
            table = row.getString(1);
        }

        void add(Row row) {
            fields.add(new Field(
                    row.getString(2),
                    FieldTypes.of(row.getString(4), row.getString(5), row.getString(6)),
                    row.getString(3),
                    row.getBoolean(7),
                    row.getBoolean(8)));
            int position = row.getInteger(9);
            if (position > 0) {
                primaryKey.put(position, row.getString(2));
            }
        }

        Collection collection(String name, Associations associations) {
            Set<String> names = fields.stream().map(Field::name).collect(Collectors.toSet());
            return new Collection(
                    name,
                    schema,
                    table,
                    List.copyOf(fields),
                    List.copyOf(primaryKey.values()),
                    associations.of(name, names));
        }
    }
}
