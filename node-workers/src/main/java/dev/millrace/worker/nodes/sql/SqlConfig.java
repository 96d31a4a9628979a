package dev.millrace.worker.nodes.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.millrace.datasources.Statements.Script;
import java.util.HashMap;
import java.util.Map;

/**
 * What to run where.
 *
 * @param dataSource null for the default one
 */
record SqlConfig(String dataSource, Script script, boolean withMeta) {
    static SqlConfig read(JsonNode config) {
        String dataSource = config.path("dataSource").asText("").strip();
        return new SqlConfig(
                dataSource.isEmpty() ? null : dataSource,
                new Script(config.path("sql").asText(""), variables(config.path("variables"))),
                config.path("withMeta").asBoolean());
    }

    /** A variable whose template found nothing is null. */
    private static Map<String, JsonNode> variables(JsonNode list) {
        var variables = new HashMap<String, JsonNode>();
        for (JsonNode variable : list) {
            JsonNode value = variable.path("value");
            variables.put(
                    variable.path("name").asText("").strip(), value.isMissingNode() ? NullNode.getInstance() : value);
        }
        return variables;
    }
}
