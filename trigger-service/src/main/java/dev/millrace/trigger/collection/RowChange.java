package dev.millrace.trigger.collection;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.json.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One change of one row, as the log has it.
 *
 * @param before the row as it was; null where the table's replica identity does not keep it
 * @param after the row as it is; null for a deletion
 * @param transactionId 32 bits
 * @param eventKey names the change: rows that one WAL record wrote together (COPY) share its position, so the row's key
 *     stands beside it
 */
record RowChange(
        String schema,
        String table,
        Operation operation,
        ObjectNode before,
        ObjectNode after,
        long transactionId,
        Instant committedAt,
        String eventKey) {

    /**
     * Empty for a record that is no change of a row.
     *
     * @throws UndecodableRecordException when it is none that Debezium wrote
     */
    static Optional<RowChange> decode(String dataSource, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        var envelope = read(record.value());
        var source = envelope.source();
        if (source == null || envelope.op() == null) {
            throw new UndecodableRecordException("Expected a row change, but it has no source or no op", null);
        }
        return Operation.ofCode(envelope.op()).map(operation -> {
            requireRow(operation, envelope);
            return new RowChange(
                    source.schema(),
                    source.table(),
                    operation,
                    envelope.before(),
                    envelope.after(),
                    source.txId(),
                    Instant.ofEpochMilli(source.tsMs()),
                    dataSource + ":" + source.lsn() + ":" + rowName(record, envelope));
        });
    }

    /** What the workflow sees: the row as it is, or as it was before it went. */
    ObjectNode row() {
        return operation == Operation.DELETE ? before : after;
    }

    private static void requireRow(Operation operation, Envelope envelope) {
        var row = operation == Operation.DELETE ? envelope.before() : envelope.after();
        if (row == null || envelope.source().table() == null) {
            throw new UndecodableRecordException(
                    "Expected a row change with its row and table, but one of them is missing", null);
        }
    }

    private static String rowName(ConsumerRecord<String, byte[]> record, Envelope envelope) {
        byte[] name = record.key() != null
                ? record.key().getBytes(StandardCharsets.UTF_8)
                : Json.bytes(envelope.after() == null ? envelope.before() : envelope.after());
        return UUID.nameUUIDFromBytes(name).toString();
    }

    private static Envelope read(byte[] value) {
        try {
            return Json.read(value, Envelope.class);
        } catch (UncheckedIOException e) {
            throw new UndecodableRecordException("Expected a row change, but could not read it: " + e.getMessage(), e);
        }
    }

    /** As Debezium writes it without schemas. */
    private record Envelope(
            @JsonProperty("op") String op,
            @JsonProperty("before") ObjectNode before,
            @JsonProperty("after") ObjectNode after,
            @JsonProperty("source") Source source) {}

    private record Source(
            @JsonProperty("schema") String schema,
            @JsonProperty("table") String table,
            @JsonProperty("lsn") long lsn,
            @JsonProperty("txId") long txId,
            @JsonProperty("ts_ms") long tsMs) {}
}
