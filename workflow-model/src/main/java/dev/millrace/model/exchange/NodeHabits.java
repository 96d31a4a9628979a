package dev.millrace.model.exchange;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.variable.Template;
import dev.millrace.model.variable.TemplateReference;
import dev.millrace.model.variable.VariablePath;
import java.util.List;

/**
 * Typical mistakes in nodes that are valid and still do not do what their author meant. Only two are mended, because nothing
 * else can be meant by them.
 */
final class NodeHabits {
    private static final List<String> IGNORED_QUERY_PARAMS = List.of("limit", "aggregate", "field");

    private static final List<String> OBSOLETE_OPERANDS = List.of("$jobsMapByNodeId", "jobsMapByNodeKey", "constant");

    private final ObjectNode document;
    private final Findings findings;

    NodeHabits(ObjectNode document, Findings findings) {
        this.document = document;
        this.findings = findings;
    }

    void report() {
        for (int i = 0; i < document.path("nodes").size(); i++) {
            JsonNode node = document.path("nodes").get(i);
            if (node.path("config") instanceof ObjectNode config) {
                var at = JsonPointer.compile("/nodes/" + i + "/config");
                resultOfResult(config, at);
                obsoleteOperands(config, at);
                byType(node.path("type").asText(), config, at);
            }
        }
    }

    private void byType(String type, ObjectNode config, JsonPointer at) {
        switch (type) {
            case "query" -> query(config, at);
            case "calculation" -> nestedCalculation(config, at);
            case "script" -> scriptExpression(config, at);
            case "notification" -> roleReceivers(config.path("receivers"), at.appendProperty("receivers"));
            case "manual" -> formsWithoutActions(config.path("forms"), at.appendProperty("forms"));
            default -> {
                // No habits are known of the others.
            }
        }
    }

    /** {@code $jobsMapByNodeKey.<key>} is the result already. */
    private void resultOfResult(JsonNode config, JsonPointer at) {
        for (TemplateReference reference : Template.compile(config).paths()) {
            List<String> segments = reference.path().segments();
            if (segments.size() > 2
                    && segments.get(0).equals(VariablePath.JOBS)
                    && segments.get(2).equals("result")) {
                findings.add(
                        at + reference.pointer(),
                        "result_of_result",
                        "Expected {{%s}} to name a field of the result, but the path names the result already; leave out .result unless the result has such a field"
                                .formatted(reference.path()));
            }
        }
    }

    private void obsoleteOperands(JsonNode value, JsonPointer at) {
        JsonNode operands = value.path("operands");
        for (int i = 0; i < operands.size(); i++) {
            String type = operands.path(i).path("type").asText("");
            if (OBSOLETE_OPERANDS.contains(type)) {
                findings.add(
                        at.appendProperty("operands").appendIndex(i).toString(),
                        "obsolete_operand",
                        "Expected an operand to be a value or a template, but it is an object of type %s as very old versions had it"
                                .formatted(type));
            }
        }
        value.properties().forEach(field -> obsoleteOperands(field.getValue(), at.appendProperty(field.getKey())));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            obsoleteOperands(value.get(i), at.appendIndex(i));
        }
    }

    private void query(ObjectNode config, JsonPointer at) {
        JsonNode params = config.path("params");
        JsonPointer paramsAt = at.appendProperty("params");
        JsonNode sort = params.path("sort");
        for (int i = 0; i < sort.size(); i++) {
            if (!sort.path(i).has("field") || sort.path(i).has("order")) {
                findings.add(
                        paramsAt.appendProperty("sort").appendIndex(i).toString(),
                        "bad_sort",
                        "Expected a sort to be {field, direction}, but it is " + sort.path(i));
            }
        }
        IGNORED_QUERY_PARAMS.stream()
                .filter(params::hasNonNull)
                .forEach(name -> findings.add(
                        paramsAt.appendProperty(name).toString(),
                        "query_param_unused",
                        "Expected a query to be given filter, sort, page, pageSize and appends, but %s is none of them"
                                .formatted(name)));
        if (config.path("multiple").asBoolean() && !params.hasNonNull("pageSize")) {
            findings.add(
                    paramsAt.appendProperty("pageSize").toString(),
                    "page_size_default",
                    "Expected a query of several records to say how many, but it does not and gets the first 20");
        }
    }

    private void nestedCalculation(ObjectNode config, JsonPointer at) {
        JsonNode nested = config.path("calculation");
        if (nested.hasNonNull("expression") && !config.hasNonNull("expression")) {
            config.setAll((ObjectNode) nested);
            config.remove("calculation");
            findings.add(
                    at.appendProperty("expression").toString(),
                    "nested_calculation",
                    "Expected engine and expression in the config itself, but they stood under calculation; they were moved");
        }
    }

    private void scriptExpression(ObjectNode config, JsonPointer at) {
        if (config.hasNonNull("expression") && !config.hasNonNull("content")) {
            config.set("content", config.remove("expression"));
            findings.add(
                    at.appendProperty("content").toString(),
                    "script_expression",
                    "Expected a script under content, but it stood under expression; it was moved, and needs a return to have a result");
        }
    }

    private void roleReceivers(JsonNode receivers, JsonPointer at) {
        boolean role = receivers.path("type").asText("").equals("role");
        for (JsonNode receiver : receivers) {
            role |= receiver.path("type").asText("").equals("role");
        }
        if (role) {
            findings.add(
                    at.toString(),
                    "role_receivers",
                    "Expected receivers to be users or a filter of users, but a role is named; write it as a filter on roles");
        }
    }

    private void formsWithoutActions(JsonNode forms, JsonPointer at) {
        forms.properties().forEach(form -> {
            if (form.getValue().path("actions").isEmpty()) {
                findings.add(
                        at.appendProperty(form.getKey()).toString(),
                        "form_without_actions",
                        "Expected a form to have actions to end the task with, but \"%s\" has none"
                                .formatted(form.getKey()));
            }
        });
    }
}
