package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.datasources.Association;
import dev.millrace.datasources.Association.Kind;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.sql.Sql;
import dev.millrace.model.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Loads associated records: one statement per association path, whatever the number of records. */
final class Appends {
    private static final String ALIAS = "r";
    /** Per path; more is refused by name, never cut off in silence. */
    private static final int MAX_RECORDS = 50_000;

    private final Session session;

    Appends(Session session) {
        this.session = session;
    }

    /** A record on its way to JSON: the texts lead to its associations. */
    record Loaded(RawRecord raw, ObjectNode json) {}

    /** Adds the associations to the records' JSON. */
    Future<List<Loaded>> load(List<Loaded> records, AppendTree tree) {
        var branches = new ArrayList<Future<Void>>();
        if (!records.isEmpty()) {
            tree.branches().forEach((association, branch) -> branches.add(branch(records, association, branch)));
        }
        return Future.all(branches).map(records);
    }

    private Future<Void> branch(List<Loaded> records, Association association, AppendTree branch) {
        String[] keys = records.stream()
                .map(record -> record.raw().text(association.localColumn()))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        return related(branch.collection(), association, keys)
                .compose(related -> load(related, branch))
                .map(related -> attach(records, association, related));
    }

    private Future<List<Loaded>> related(Collection target, Association association, String[] keys) {
        if (keys.length == 0) {
            return Future.succeededFuture(List.of());
        }
        return session.run(select(target, association, keys)).map(rows -> loaded(target, association, rows));
    }

    private static QueryPart select(Collection target, Association association, String[] keys) {
        String type = target.field(association.foreignColumn()).orElseThrow().databaseType();
        var order = target.primaryKey().stream()
                .map(key -> Sql.column(ALIAS, key).asc())
                .toList();
        return DSL.select(RawRecord.columns(target, ALIAS))
                .from(Sql.table(target.schema(), target.table()).as(ALIAS))
                .where(Sql.anyOf(Sql.column(ALIAS, association.foreignColumn()), Sql.values(keys, type)))
                .orderBy(order)
                .limit(DSL.inline(MAX_RECORDS + 1));
    }

    private static List<Loaded> loaded(Collection target, Association association, RowSet<Row> rows) {
        if (rows.size() > MAX_RECORDS) {
            throw new DataSourceException(
                    "too_many_records",
                    "Expected at most %d records of association \"%s\", but there are more; query them on their own"
                            .formatted(MAX_RECORDS, association.name()));
        }
        var loaded = new ArrayList<Loaded>(rows.size());
        for (Row row : rows) {
            var raw = RawRecord.of(target, row);
            loaded.add(new Loaded(raw, raw.json(target)));
        }
        return loaded;
    }

    private static Void attach(List<Loaded> records, Association association, List<Loaded> related) {
        Map<String, List<ObjectNode>> byKey = related.stream()
                .collect(Collectors.groupingBy(
                        one -> one.raw().text(association.foreignColumn()),
                        Collectors.mapping(Loaded::json, Collectors.toList())));
        for (Loaded record : records) {
            String key = record.raw().text(association.localColumn());
            attach(record.json(), association, key == null ? List.of() : byKey.getOrDefault(key, List.of()));
        }
        return null;
    }

    /** Copies, as records may share an associated one and JSON objects can be changed. */
    private static void attach(ObjectNode json, Association association, List<ObjectNode> related) {
        if (association.kind() == Kind.TO_ONE) {
            json.set(
                    association.name(),
                    related.isEmpty() ? null : related.get(0).deepCopy());
        } else {
            ArrayNode list = Json.NODES.arrayNode();
            related.forEach(one -> list.add(one.deepCopy()));
            json.set(association.name(), list);
        }
    }
}
