package dev.millrace.trigger.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Records;
import dev.millrace.datasources.Records.Selection;
import dev.millrace.model.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the stored records of changes, many in one query, where the change alone does not tell enough. */
final class StoredRecords {
    private static final int PER_QUERY = 500;

    private final Records records;

    StoredRecords(Records records) {
        this.records = records;
    }

    /**
     * The records that are still there and meet the plan's condition, by primary key. All candidates are of one plan.
     *
     * @throws DataSourceException when they cannot be read
     */
    Map<List<String>, ObjectNode> read(List<Candidate> candidates) {
        var plan = candidates.get(0).plan();
        var collection = structure(candidates);
        var keys = keys(collection, candidates);
        var found = new HashMap<List<String>, ObjectNode>();
        for (int from = 0; from < keys.size(); from += PER_QUERY) {
            var part = keys.subList(from, Math.min(keys.size(), from + PER_QUERY));
            var selection = new Selection(
                    filter(collection, plan.config().condition(), part),
                    List.of(),
                    1,
                    part.size(),
                    plan.config().appends());
            Waiting.forStage(records.find(collection, selection))
                    .forEach(record -> found.put(Candidate.keyOf(collection, record), record));
        }
        return found;
    }

    /** The newest that is known: a batch may span a change of the table. */
    private static Collection structure(List<Candidate> candidates) {
        var collection = candidates
                .get(candidates.size() - 1)
                .structure()
                .orElseThrow(() -> new DataSourceException(
                        "unknown_collection",
                        "Expected to read the record of a change, but its table does not exist any more"));
        if (collection.primaryKey().isEmpty()) {
            throw new DataSourceException(
                    "no_primary_key",
                    "Expected collection \"" + collection.name()
                            + "\" to have a primary key, by which a condition or associations can be read, but it has none");
        }
        return collection;
    }

    private static List<Map<String, JsonNode>> keys(Collection collection, List<Candidate> candidates) {
        var keys = new LinkedHashMap<List<String>, Map<String, JsonNode>>();
        for (Candidate candidate : candidates) {
            var row = RowJson.of(candidate.change().row(), candidate.structure());
            var key = new LinkedHashMap<String, JsonNode>();
            collection.primaryKey().forEach(column -> key.put(column, row.path(column)));
            keys.put(Candidate.keyOf(collection, row), key);
        }
        return new ArrayList<>(keys.values());
    }

    private static JsonNode filter(
            Collection collection, Optional<JsonNode> condition, List<Map<String, JsonNode>> keys) {
        var filter = Json.object();
        var all = filter.putArray("$and");
        condition.ifPresent(all::add);
        all.add(
                collection.primaryKey().size() == 1
                        ? anyOf(collection.primaryKey().get(0), keys)
                        : anyOf(keys));
        return filter;
    }

    private static ObjectNode anyOf(String column, List<Map<String, JsonNode>> keys) {
        var filter = Json.object();
        var values = filter.putObject(column).putArray("$in");
        keys.forEach(key -> values.add(key.get(column)));
        return filter;
    }

    private static ObjectNode anyOf(List<Map<String, JsonNode>> keys) {
        var filter = Json.object();
        var any = filter.putArray("$or");
        for (Map<String, JsonNode> key : keys) {
            var each = any.addObject().putArray("$and");
            key.forEach((column, value) -> each.addObject().putObject(column).set("$eq", value));
        }
        return filter;
    }
}
