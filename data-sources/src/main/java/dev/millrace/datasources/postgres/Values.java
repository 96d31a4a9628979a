package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.Association;
import java.util.List;

/**
 * The values of a write, taken apart.
 *
 * @param columns changes of the record's own columns, to-one associations by key among them
 * @param parents new records that a to-one association shall lead to
 * @param children what to-many associations shall hold
 */
record Values(List<Assignment> columns, List<Parent> parents, List<Children> children) {

    record Parent(Association association, JsonNode values) {}

    /**
     * @param keys primary keys of records that exist
     * @param created values of records that do not
     */
    record Children(Association association, List<JsonNode> keys, List<JsonNode> created) {}

    /** Whether one statement will do. */
    boolean isPlain() {
        return parents.isEmpty() && children.isEmpty();
    }
}
