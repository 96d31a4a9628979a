package dev.millrace.datasources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.datasources.Records.WriteOrigin;
import dev.millrace.model.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Runs SQL that users wrote, on one data source. */
public interface Statements {
    /**
     * Runs the script's statements in their order, in one transaction. Where the data source holds the ledger, a script that
     * wrote is recorded with its answer in the same transaction: the same job id a second time runs nothing and returns the
     * recorded answer.
     */
    Running run(Script script, Bounds bounds, Optional<WriteOrigin> origin);

    /**
     * @param sql statements separated by semicolons, with {@code :name} where a value is to be bound
     * @param variables the values by name; each is bound, never put into the text
     */
    record Script(String sql, Map<String, JsonNode> variables) {}

    /**
     * What a script may take. Beyond it the transaction is taken back.
     *
     * @param time of the whole script; what takes longer is ended in the database too
     * @param rows of one statement
     * @param bytes of the rows of one statement, as JSON
     */
    record Bounds(Duration time, int rows, int bytes) {}

    /** A script under way. */
    interface Running {
        /** Empty when there was no statement in the script. Failures are {@link DataSourceException}s. */
        CompletionStage<Optional<Answer>> answer();

        /** Nobody waits any more: the statement under way is ended in the database, and nothing is written. Any thread, any time. */
        void stop();
    }

    /**
     * What the script said.
     *
     * @param fields names of the columns of the last statement that has rows, in their order
     * @param rows its rows, a list of values each
     * @param rowCount rows that all statements together changed or returned
     */
    record Answer(List<String> fields, List<JsonNode> rows, long rowCount) {
        public Answer {
            fields = List.copyOf(fields);
            rows = List.copyOf(rows);
        }

        /** Of columns of the same name the last one counts. */
        public List<ObjectNode> records() {
            var records = new ArrayList<ObjectNode>(rows.size());
            rows.forEach(row -> records.add(record(row)));
            return records;
        }

        private ObjectNode record(JsonNode row) {
            ObjectNode record = Json.object();
            for (int i = 0; i < fields.size(); i++) {
                record.set(fields.get(i), row.get(i));
            }
            return record;
        }
    }
}
