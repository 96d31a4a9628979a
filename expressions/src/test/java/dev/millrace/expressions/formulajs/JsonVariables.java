package dev.millrace.expressions.formulajs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;

/** The fields of an object as variables. */
record JsonVariables(JsonNode values) implements Variables {
    static final Variables NONE = new JsonVariables(Json.object());

    @Override
    public JsonNode lookup(VariablePath path) {
        JsonNode value = values;
        for (String segment : path.segments()) {
            value = value.path(segment);
        }
        return value;
    }
}
