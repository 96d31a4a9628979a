package dev.millrace.expressions.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import io.burt.jmespath.RuntimeConfiguration;
import io.burt.jmespath.function.FunctionRegistry;
import io.burt.jmespath.jackson.JacksonRuntime;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Gives JMESPath its values, within a budget; whole numbers stay whole. */
final class JmesPathRuntime extends JacksonRuntime {
    JmesPathRuntime() {
        super(
                RuntimeConfiguration.builder()
                        .withFunctionRegistry(FunctionRegistry.defaultRegistry()
                                .extend(new JmesPathJoinFunction(), new JmesPathToStringFunction()))
                        .build(),
                Json.mapper());
    }

    @Override
    public List<JsonNode> toList(JsonNode value) {
        spend(1L + value.size());
        return super.toList(value);
    }

    @Override
    public Collection<JsonNode> getPropertyNames(JsonNode value) {
        spend(1L + value.size());
        return super.getPropertyNames(value);
    }

    @Override
    public JsonNode getProperty(JsonNode value, JsonNode name) {
        spend(1);
        return super.getProperty(value, name);
    }

    @Override
    public int compare(JsonNode left, JsonNode right) {
        spend(1);
        return super.compare(left, right);
    }

    @Override
    public JsonNode createArray(Collection<JsonNode> elements) {
        spend(1L + elements.size());
        return super.createArray(elements);
    }

    @Override
    public JsonNode createObject(Map<JsonNode, JsonNode> fields) {
        spend(1L + fields.size());
        return super.createObject(fields);
    }

    @Override
    public JsonNode createNumber(double number) {
        return Numbers.node(number);
    }

    /** Literals are made when a query is compiled, outside of any budget. */
    private static void spend(long work) {
        Budget budget = Budget.current();
        if (budget != null) {
            budget.spend(work);
        }
    }
}
