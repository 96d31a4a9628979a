package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Records.WriteOrigin;
import dev.millrace.datasources.filter.Filter;
import dev.millrace.datasources.filter.Filters;
import dev.millrace.datasources.postgres.Writes.Single;
import dev.millrace.datasources.sql.Sql;
import dev.millrace.model.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Creates, updates and destroys records. What only touches the collection's own columns is one statement. */
final class RecordWriter {
    private static final String ALIAS = "r";
    private static final org.jooq.Field<?> COUNT = Sql.field("to_jsonb((select count(*) from changed))");

    private final Filters filters;
    private final ValuesReader reader;
    private final Relations relations;
    private final Writes writes;

    RecordWriter(Filters filters, ValuesReader reader, Relations relations, Writes writes) {
        this.filters = filters;
        this.reader = reader;
        this.relations = relations;
        this.writes = writes;
    }

    Future<RawRecord> create(Collection collection, JsonNode json, Optional<WriteOrigin> origin) {
        Values values = reader.read(collection, json);
        Future<JsonNode> created = values.isPlain() && !values.columns().isEmpty()
                ? writes.run(origin, insert(collection, values.columns()))
                : writes.run(
                        origin,
                        session -> relations.create(session, collection, values).map(RawRecord::recorded));
        return created.map(record -> {
            if (record.isNull()) {
                throw Inserts.suppressed(collection);
            }
            return RawRecord.of(record);
        });
    }

    Future<Long> update(Collection collection, JsonNode filterJson, JsonNode json, Optional<WriteOrigin> origin) {
        Condition condition = condition(collection, filterJson, "update");
        Values values = reader.read(collection, json);
        if (values.isPlain() && values.columns().isEmpty()) {
            throw new DataSourceException(
                    "empty_values", "Expected values to write in an update, but it sets no field");
        }
        Future<JsonNode> count = values.isPlain()
                ? writes.run(origin, update(collection, values.columns(), condition))
                : writes.run(origin, session -> updateRelated(session, collection, condition, values));
        return count.map(JsonNode::longValue);
    }

    Future<Long> destroy(Collection collection, JsonNode filterJson, Optional<WriteOrigin> origin) {
        Condition condition = condition(collection, filterJson, "destroy");
        QueryPart table = Sql.table(collection.schema(), collection.table());
        var delete = new Single(
                guard -> Sql.part(
                        "delete from {0} as {1} where {2} returning 1 as n",
                        table, DSL.name(ALIAS), condition.and(guard)),
                COUNT);
        return writes.run(origin, delete).map(JsonNode::longValue);
    }

    private static Single insert(Collection collection, List<Assignment> columns) {
        return new Single(guard -> Inserts.guarded(collection, columns, guard), Inserts.inserted(collection));
    }

    private static Single update(Collection collection, List<Assignment> columns, Condition condition) {
        return new Single(
                guard -> Sql.part("{0} returning 1 as n", updateStatement(collection, columns, condition.and(guard))),
                COUNT);
    }

    private Future<JsonNode> updateRelated(Session session, Collection collection, Condition condition, Values values) {
        return relations
                .withParents(session, collection, values)
                .compose(columns -> changed(session, collection, condition, columns))
                .compose(records -> setChildren(session, records, values)
                        .map(nothing -> Json.NODES.numberNode((long) records.size())));
    }

    /** The records that the filter found, locked until the transaction ends. */
    private static Future<List<RawRecord>> changed(
            Session session, Collection collection, Condition condition, List<Assignment> columns) {
        var shown = RawRecord.columns(collection, ALIAS);
        QueryPart query = columns.isEmpty()
                ? DSL.select(shown)
                        .from(Sql.table(collection.schema(), collection.table()).as(ALIAS))
                        .where(condition)
                        .forUpdate()
                : Sql.part("{0} returning {1}", updateStatement(collection, columns, condition), Sql.list(shown));
        return session.run(query).map(rows -> {
            var records = new ArrayList<RawRecord>();
            for (Row row : rows) {
                records.add(RawRecord.of(collection, row));
            }
            return records;
        });
    }

    private Future<Void> setChildren(Session session, List<RawRecord> records, Values values) {
        Future<Void> done = Future.succeededFuture();
        for (RawRecord record : records) {
            done = done.compose(nothing -> relations.setChildren(session, record, values.children(), false));
        }
        return done;
    }

    private static QueryPart updateStatement(Collection collection, List<Assignment> columns, Condition condition) {
        var sets = columns.stream().map(column -> column.set(ALIAS)).toList();
        return Sql.part(
                "update {0} as {1} set {2} where {3}",
                Sql.table(collection.schema(), collection.table()), DSL.name(ALIAS), Sql.list(sets), condition);
    }

    private Condition condition(Collection collection, JsonNode json, String action) {
        Filter filter = filters.compile(collection, ALIAS, json);
        if (filter.isEmpty()) {
            throw new DataSourceException(
                    "empty_filter",
                    "Expected a filter that says which records of \"%s\" to %s, but the filter is empty"
                            .formatted(collection.name(), action));
        }
        return filter.condition();
    }
}
