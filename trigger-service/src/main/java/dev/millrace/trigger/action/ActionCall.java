package dev.millrace.trigger.action;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.CollectionName;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.model.json.Json;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * A call as it came.
 *
 * @param target {@code collection:action}
 * @param dataSource null for the default data source
 * @param primaryKey of the one record that is meant, or null
 * @param filter JSON text, or null
 */
record ActionCall(
        String target, String dataSource, String primaryKey, String filter, String triggerWorkflows, byte[] body) {

    CollectionName collection() {
        return new CollectionName(dataSource, target.substring(0, target.indexOf(':')));
    }

    String action() {
        return target.substring(target.indexOf(':') + 1);
    }

    JsonNode values() {
        var values = body == null || body.length == 0 ? Json.object() : parse("the body", () -> read(body));
        if (!values.isObject()) {
            throw new DataSourceException("invalid_values", "Expected the values to be an object, but they are not");
        }
        return values;
    }

    JsonNode parsedFilter() {
        if (filter == null) {
            throw new DataSourceException(
                    "filter_required",
                    "Expected a primary key in the path or a filter in the query, but there is neither: name the records");
        }
        return parse("the filter", () -> Json.parse(filter));
    }

    private static JsonNode read(byte[] body) {
        return Json.read(body, JsonNode.class);
    }

    private static JsonNode parse(String what, Supplier<JsonNode> reading) {
        try {
            return reading.get();
        } catch (UncheckedIOException e) {
            throw new DataSourceException("invalid_json", "Expected " + what + " to be JSON, but could not read it", e);
        }
    }
}
