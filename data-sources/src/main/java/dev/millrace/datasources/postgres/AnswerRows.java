package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Statements.Bounds;
import dev.millrace.model.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of one statement, some at a time, so that one that has too many is left before they fill the memory. */
final class AnswerRows {
    /** Of rows of unknown size: each may be as large as all together are allowed to be. */
    private static final int FEW = 16;

    private static final int MANY = 512;
    private static final long PORTION = 256 * 1024;

    private final Cursor cursor;
    private final boolean asJson;
    private final Bounds bounds;
    private final List<JsonNode> rows = new ArrayList<>();
    private List<String> fields = List.of();
    /** Bytes of the fields' names as JSON: each record carries them. */
    private long namesLength;

    private long bytes;
    private long changed;

    /** @param asJson whether each row comes as {@link SentStatement#bound} has it */
    AnswerRows(Cursor cursor, boolean asJson, Bounds bounds) {
        this.cursor = cursor;
        this.asJson = asJson;
        this.bounds = bounds;
    }

    Future<AnswerRows> read() {
        return cursor.read(portion()).compose(some -> {
            take(some);
            return cursor.hasMore() ? read() : Future.succeededFuture(this);
        });
    }

    boolean hasFields() {
        return !fields.isEmpty();
    }

    List<String> fields() {
        return fields;
    }

    List<JsonNode> rows() {
        return rows;
    }

    /** How many rows the statement returned or, without any, changed. */
    long count() {
        return hasFields() ? rows.size() : changed;
    }

    private int portion() {
        long fitting = rows.isEmpty() ? FEW : PORTION / (bytes / rows.size() + 1);
        return (int) Math.max(FEW, Math.min(MANY, fitting));
    }

    private void take(RowSet<Row> some) {
        List<ColumnDescriptor> all = some.columnDescriptors() == null ? List.of() : some.columnDescriptors();
        List<ColumnDescriptor> columns = asJson ? all.subList(1, all.size()) : all;
        fields = columns.stream().map(ColumnDescriptor::name).toList();
        namesLength =
                fields.stream().mapToLong(name -> Json.bytes(name).length + 1L).sum();
        changed = some.rowCount();
        var values = new AnswerValues(columns);
        for (Row row : some) {
            add(asJson ? values.of(whole(row.getString(0))) : DirectValues.of(columns, row));
        }
    }

    /** The database cuts off a row that alone is too large: what is left is no JSON any more. */
    private String whole(String row) {
        if (row.length() > bounds.bytes()) {
            throw tooLarge();
        }
        return row;
    }

    private void add(ArrayNode row) {
        rows.add(row);
        bytes += Json.bytes(row).length + namesLength;
        if (rows.size() > bounds.rows()) {
            throw new DataSourceException(
                    "too_many_rows",
                    "Expected at most %d rows, but there are more; limit the statement, or raise millrace.worker.sql.max-rows"
                            .formatted(bounds.rows()));
        }
        if (bytes > bounds.bytes()) {
            throw tooLarge();
        }
    }

    private DataSourceException tooLarge() {
        return new DataSourceException(
                "payload_too_large",
                "Expected rows of at most %d bytes, but they have more; ask for less, or raise millrace.limits.payload-bytes"
                        .formatted(bounds.bytes()));
    }
}
