package dev.millrace.trigger.collection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.CollectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The typed view of the trigger's config.
 *
 * @param mode bits of {@link Operation}
 * @param changed fields and associations; empty for any update
 * @param condition filter, empty for none
 */
record CollectionConfig(
        CollectionName collection, int mode, List<String> changed, Optional<JsonNode> condition, List<String> appends) {

    /** Empty where the config is unfinished: such a workflow fires never. */
    static Optional<CollectionConfig> of(JsonNode config) {
        String collection = config.path("collection").asText("");
        int mode = config.path("mode").asInt(0);
        if (collection.isBlank() || mode == 0) {
            return Optional.empty();
        }
        var condition = config.path("condition");
        return Optional.of(new CollectionConfig(
                CollectionName.parse(collection),
                mode,
                texts(config.path("changed")),
                isEmpty(condition) ? Optional.empty() : Optional.of(condition),
                texts(config.path("appends"))));
    }

    boolean on(Operation operation) {
        return (mode & operation.bit()) != 0;
    }

    /** Whether the change alone does not tell enough. */
    boolean readsOn(Operation operation) {
        return operation != Operation.DELETE && (condition.isPresent() || !appends.isEmpty());
    }

    /** Deletions and comparisons show the row as it was, which the log has only where it is told to. */
    boolean needsBeforeImage() {
        return on(Operation.DELETE) || on(Operation.UPDATE) && !changed.isEmpty();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(one -> texts.add(one.asText()));
        return List.copyOf(texts);
    }

    /** Groups without a condition pass, however deep they are. */
    private static boolean isEmpty(JsonNode filter) {
        if (!filter.isContainerNode()) {
            return filter.isMissingNode() || filter.isNull();
        }
        var fields = filter.fields();
        while (fields.hasNext()) {
            var field = fields.next();
            boolean isGroup = field.getKey().equals("$and") || field.getKey().equals("$or");
            if (!isGroup || !isEmpty(field.getValue())) {
                return false;
            }
        }
        return filter.isObject() || areEmpty(filter);
    }

    private static boolean areEmpty(JsonNode parts) {
        for (JsonNode part : parts) {
            if (!isEmpty(part)) {
                return false;
            }
        }
        return true;
    }
}
