package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Records.Selection;
import dev.millrace.datasources.Records.Sort;
import dev.millrace.datasources.filter.Filter;
import dev.millrace.datasources.filter.Filters;
import dev.millrace.datasources.postgres.Appends.Loaded;
import dev.millrace.datasources.sql.Sql;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.QueryPart;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** Reads records. */
final class RecordReader {
    private static final String ALIAS = "r";

    private final Session session;
    private final Filters filters;
    private final Function<String, Optional<Collection>> collections;
    private final Appends appends;

    RecordReader(Session session, Filters filters, Function<String, Optional<Collection>> collections) {
        this.session = session;
        this.filters = filters;
        this.collections = collections;
        this.appends = new Appends(session);
    }

    Future<List<ObjectNode>> find(Collection collection, Selection selection) {
        var tree = appends(collection, selection.appends());
        return session.run(select(collection, selection))
                .map(rows -> {
                    var raw = new ArrayList<RawRecord>(rows.size());
                    rows.forEach(row -> raw.add(RawRecord.of(collection, row)));
                    return raw;
                })
                .compose(raw -> load(raw, tree));
    }

    /** @throws DataSourceException for a path that leads nowhere */
    AppendTree appends(Collection collection, List<String> paths) {
        return AppendTree.of(collection, paths, collections);
    }

    Future<ObjectNode> complete(RawRecord raw, AppendTree tree) {
        return load(List.of(raw), tree).map(loaded -> loaded.get(0));
    }

    private Future<List<ObjectNode>> load(List<RawRecord> raw, AppendTree tree) {
        var records = raw.stream()
                .map(one -> new Loaded(one, one.json(tree.collection())))
                .toList();
        return appends.load(records, tree)
                .map(loaded -> loaded.stream().map(Loaded::json).toList());
    }

    private QueryPart select(Collection collection, Selection selection) {
        Filter filter = filters.compile(collection, ALIAS, selection.filter());
        var select = DSL.select(RawRecord.columns(collection, ALIAS))
                .from(Sql.table(collection.schema(), collection.table()).as(ALIAS));
        var found = filter.canJoinRoot()
                ? filter.join(select).where(filter.own()).and(filter.beyond())
                : select.where(filter.condition());
        long pageSize = Math.max(1, selection.pageSize());
        return found.orderBy(order(collection, selection.sort()))
                .limit(Sql.number(pageSize))
                .offset(Sql.number((Math.max(1L, selection.page()) - 1) * pageSize));
    }

    private static List<SortField<Object>> order(Collection collection, List<Sort> sorts) {
        var order = new ArrayList<SortField<Object>>();
        var sorted = new HashSet<String>();
        for (Sort sort : sorts) {
            if (sort.field() != null && !sort.field().isBlank()) {
                order.add(sortField(collection, sort).nullsLast());
                sorted.add(sort.field());
            }
        }
        for (String key : collection.primaryKey()) {
            if (sorted.add(key)) {
                order.add(Sql.column(ALIAS, key).asc());
            }
        }
        return order;
    }

    private static SortField<Object> sortField(Collection collection, Sort sort) {
        if (collection.field(sort.field()).isEmpty()) {
            throw new DataSourceException(
                    "unknown_field",
                    "Expected to sort by a field of collection \"%s\", but it has no field \"%s\""
                            .formatted(collection.name(), sort.field()));
        }
        var column = Sql.column(ALIAS, sort.field());
        return sort.descending() ? column.desc() : column.asc();
    }
}
