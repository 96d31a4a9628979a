package dev.millrace.datasources.postgres;

import dev.millrace.datasources.Association;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Field;
import dev.millrace.datasources.postgres.Values.Children;
import dev.millrace.datasources.postgres.Values.Parent;
import dev.millrace.datasources.sql.Sql;
import dev.millrace.datasources.value.ColumnText;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.QueryPart;

/** Writes records together with their associations, inside one transaction. */
final class Relations {
    private final Function<String, Optional<Collection>> collections;
    private final ValuesReader reader;
    private final ColumnText texts;

    Relations(Function<String, Optional<Collection>> collections, ValuesReader reader, ColumnText texts) {
        this.collections = collections;
        this.reader = reader;
        this.texts = texts;
    }

    Future<RawRecord> create(Session session, Collection collection, Values values) {
        return withParents(session, collection, values)
                .compose(columns -> Inserts.run(session, collection, columns))
                .compose(record ->
                        setChildren(session, record, values.children(), true).map(record));
    }

    /** Creates what to-one associations shall lead to. Answers the record's own columns, with the keys to them. */
    Future<List<Assignment>> withParents(Session session, Collection collection, Values values) {
        Future<List<Assignment>> columns = Future.succeededFuture(new ArrayList<>(values.columns()));
        for (Parent parent : values.parents()) {
            columns =
                    columns.compose(known -> parent(session, collection, parent).map(link -> {
                        known.add(link);
                        return known;
                    }));
        }
        return columns;
    }

    /** @param isNew whether the record cannot have children yet */
    Future<Void> setChildren(Session session, RawRecord record, List<Children> children, boolean isNew) {
        Future<Void> done = Future.succeededFuture();
        for (Children one : children) {
            var link = new Link(one.association(), record);
            done = done.compose(nothing -> isNew ? Future.succeededFuture() : unlink(session, link, one))
                    .compose(nothing -> link(session, link, one))
                    .compose(nothing -> createChildren(session, link, one));
        }
        return done;
    }

    private Future<Assignment> parent(Session session, Collection collection, Parent parent) {
        Association association = parent.association();
        Collection target = collections.apply(association.target()).orElseThrow();
        Field column = collection.field(association.localColumn()).orElseThrow();
        return create(session, target, reader.read(target, parent.values()))
                .map(created -> new Assignment.Value(column, created.text(association.foreignColumn())));
    }

    private Future<Void> unlink(Session session, Link link, Children children) {
        var key = Sql.name(link.key().name());
        QueryPart kept = Sql.values(keys(link, children), link.key().databaseType());
        return session.run(Sql.part(
                        "update {0} set {1} = null where {1} = {2} and not ({3} = any({4}))",
                        link.table(), Sql.name(link.column().name()), link.parentKey(), key, kept))
                .mapEmpty();
    }

    private Future<Void> link(Session session, Link link, Children children) {
        if (children.keys().isEmpty()) {
            return Future.succeededFuture();
        }
        String[] keys = keys(link, children);
        return session.run(Sql.part(
                        "update {0} set {1} = {2} where {3} = any({4})",
                        link.table(),
                        Sql.name(link.column().name()),
                        link.parentKey(),
                        Sql.name(link.key().name()),
                        Sql.values(keys, link.key().databaseType())))
                .map(rows -> requireAll(link, keys, rows.rowCount()));
    }

    private Future<Void> createChildren(Session session, Link link, Children children) {
        Future<Void> done = Future.succeededFuture();
        for (var values : children.created()) {
            var read = reader.read(link.target(), values);
            read.columns().removeIf(column -> column.field().equals(link.column()));
            read.columns().add(new Assignment.Value(link.column(), link.parentText()));
            done = done.compose(nothing -> create(session, link.target(), read).mapEmpty());
        }
        return done;
    }

    private String[] keys(Link link, Children children) {
        return children.keys().stream()
                .map(key -> texts.of(link.key(), key))
                .distinct()
                .toArray(String[]::new);
    }

    private static Void requireAll(Link link, String[] keys, int found) {
        if (found < keys.length) {
            throw new DataSourceException(
                    "record_not_found",
                    "Expected records %s of collection \"%s\" for association \"%s\", but only %d exist"
                            .formatted(
                                    Arrays.toString(keys),
                                    link.target().name(),
                                    link.association().name(),
                                    found));
        }
        return null;
    }

    /** One record's to-many association: where its children are, and what makes them its own. */
    private final class Link {
        private final Association association;
        private final RawRecord parent;
        private final Collection target;

        Link(Association association, RawRecord parent) {
            this.association = association;
            this.parent = parent;
            this.target = collections.apply(association.target()).orElseThrow();
        }

        Association association() {
            return association;
        }

        Collection target() {
            return target;
        }

        Field column() {
            return target.field(association.foreignColumn()).orElseThrow();
        }

        Field key() {
            return target.field(Keys.single(target, association)).orElseThrow();
        }

        QueryPart table() {
            return Sql.table(target.schema(), target.table());
        }

        String parentText() {
            return parent.text(association.localColumn());
        }

        QueryPart parentKey() {
            return Sql.value(parentText(), column().databaseType());
        }
    }
}
