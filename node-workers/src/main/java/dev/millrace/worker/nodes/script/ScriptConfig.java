package dev.millrace.worker.nodes.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.millrace.model.json.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A script as it is to be run.
 *
 * @param values of its parameters, in the order of their names
 * @param timeout in ms, 0 for none
 * @param goOn whether a failure is a result like any other
 */
record ScriptConfig(Source source, ArrayNode values, long timeout, boolean goOn) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}$_][\\p{L}\\p{N}$_]*");

    /**
     * What is compiled.
     *
     * @param names of the parameters
     * @param content the body of an async function
     */
    record Source(List<String> names, String content) {}

    /** Exactly one of the two is set. */
    record Read(ScriptConfig config, String problem) {}

    static Read read(JsonNode config) {
        Set<String> names = new LinkedHashSet<>();
        var values = Json.NODES.arrayNode();
        for (var argument : config.path("arguments")) {
            var name = argument.path("name").asText();
            // The schema says so too, but a template in the name is resolved after that.
            if (!NAME.matcher(name).matches()) {
                return refused("Expected an argument's name to begin with a letter, $ or _ and to go on with letters,"
                        + " digits, $ or _, but it is \"" + name + "\"");
            }
            if (!names.add(name)) {
                return refused("Expected each argument to have a name of its own, but two are called " + name);
            }
            var value = argument.path("value");
            values.add(value.isMissingNode() ? NullNode.getInstance() : value);
        }
        long timeout = config.path("timeout").asLong(0);
        if (timeout < 0) {
            return refused("Expected timeout to be 0 or more, but it is " + timeout);
        }
        return new Read(
                new ScriptConfig(
                        new Source(List.copyOf(names), config.path("content").asText("")),
                        values,
                        timeout,
                        config.path("continue").asBoolean(false)),
                null);
    }

    private static Read refused(String problem) {
        return new Read(null, problem);
    }
}
