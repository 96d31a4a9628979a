package dev.millrace.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.millrace.model.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The reference documentation of node and trigger types, written from their descriptors. */
final class Reference {
    private static final String NOTE = "<!-- Written from the descriptors by ReferenceIT. Do not edit. -->\n\n";

    private Reference() {}

    /** @param descriptors as {@code GET /api/node-types} lists them */
    static String nodes(JsonNode descriptors) {
        var text = new StringBuilder(NOTE)
                .append("# Node types\n\nEvery node has the [envelope](concepts.md#the-envelope-retry-timeout-failure)"
                        + " besides its config, and may have an error branch.\n");
        descriptors.forEach(node -> {
            heading(text, node);
            text.append(facts(node)).append("\n");
            branches(text, node.path("branches"));
            fields(text, "Config", node.path("configSchema"));
            fields(text, "Result", node.path("resultSchema"));
            example(text, node);
        });
        return text.toString();
    }

    /** @param descriptors as {@code GET /api/trigger-types} lists them */
    static String triggers(JsonNode descriptors) {
        var text = new StringBuilder(NOTE)
                .append("# Trigger types\n\nEvery workflow can also be started by"
                        + " `POST /api/workflows/{id}/execute`, whatever its trigger.\n");
        descriptors.forEach(trigger -> {
            heading(text, trigger);
            text.append(mode(trigger.path("sync"))).append("\n");
            fields(text, "Config", trigger.path("configSchema"));
            fields(text, "`$context`", trigger.path("contextSchema"));
            example(text, trigger);
        });
        return text.toString();
    }

    /** @param document as {@code GET /q/openapi} answers; sorted here, so that a change is a change of what it says */
    static String openApi(JsonNode document) throws IOException {
        return Json.mapper()
                        .writer()
                        .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .withDefaultPrettyPrinter()
                        .writeValueAsString(Json.mapper().treeToValue(document, Map.class))
                + "\n";
    }

    private static void heading(StringBuilder text, JsonNode descriptor) {
        text.append("\n## `%s`\n\n**%s.** %s\n\n"
                .formatted(
                        descriptor.path("type").asText(),
                        descriptor.path("title").asText(),
                        shown(descriptor.path("help").asText())));
    }

    private static String facts(JsonNode node) {
        return "Group: %s. In synchronous workflows: %s.\n"
                .formatted(node.path("group").asText(), node.path("syncCapable").asBoolean() ? "yes" : "better not");
    }

    private static String mode(JsonNode sync) {
        if (sync.isBoolean()) {
            return sync.asBoolean() ? "Always synchronous.\n" : "Always asynchronous.\n";
        }
        return "Synchronous or asynchronous, as the workflow says.\n";
    }

    private static void branches(StringBuilder text, JsonNode branches) {
        var lines = new ArrayList<String>();
        branches.path("fixed")
                .forEach(branch -> lines.add("- branch %d: %s"
                        .formatted(
                                branch.path("index").asInt(),
                                branch.path("title").asText())));
        if (branches.path("open").asBoolean()) {
            lines.add("- any other branch from 0 on");
        }
        var scope = new StringJoiner("`, `", "- inside, `$scopes.<node key>` has `", "`");
        branches.path("scope").forEach(name -> scope.add(name.asText()));
        if (!branches.path("scope").isEmpty()) {
            lines.add(scope.toString());
        }
        if (!lines.isEmpty()) {
            text.append("Branches:\n\n").append(String.join("\n", lines)).append("\n\n");
        }
    }

    private static void fields(StringBuilder text, String title, JsonNode schema) {
        if (schema.isMissingNode() || schema.isNull()) {
            return;
        }
        var rows = new ArrayList<String>();
        rows(rows, "", schema);
        if (rows.isEmpty()) {
            text.append("%s: %s.\n\n".formatted(title, type(schema)));
            return;
        }
        text.append("%s:\n\n| Field | Type | Default | |\n|---|---|---|---|\n".formatted(title));
        rows.forEach(row -> text.append(row).append('\n'));
        text.append('\n');
    }

    private static void rows(List<String> rows, String prefix, JsonNode schema) {
        for (var property : schema.path("properties").properties()) {
            String name = prefix + property.getKey();
            JsonNode field = property.getValue();
            boolean required = contains(schema.path("required"), property.getKey());
            rows.add("| `%s`%s | %s | %s | %s |"
                    .formatted(
                            name,
                            required ? " (required)" : "",
                            cell(type(field)),
                            field.has("default") ? "`" + cell(Json.text(field.get("default"))) + "`" : "",
                            shown(cell(description(field)))));
            rows(rows, name + ".", field);
            field.path("oneOf").forEach(option -> rows(rows, name + ".", option));
            rows(rows, name + "[].", field.path("items"));
        }
    }

    private static boolean contains(JsonNode names, String name) {
        for (JsonNode one : names) {
            if (one.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String type(JsonNode field) {
        var types = new StringJoiner(" or ");
        if (field.has("enum")) {
            choices(field).forEach(types::add);
        } else if (field.has("const")) {
            types.add("`" + Json.text(field.get("const")) + "`");
        } else if (field.has("oneOf")) {
            field.get("oneOf").forEach(option -> types.add(type(option)));
        } else if (field.path("type").isArray()) {
            field.get("type").forEach(type -> types.add(type.asText()));
        } else {
            types.add(field.path("type").asText("any value"));
        }
        return field.path("x-template").asBoolean() ? types + ", or a template" : types.toString();
    }

    /** Values that say nothing by themselves stand with their titles. */
    private static List<String> choices(JsonNode field) {
        JsonNode titles = field.path("x-enum-titles");
        List<String> choices = new ArrayList<>();
        for (JsonNode value : field.get("enum")) {
            String title = titles.path(choices.size()).asText("");
            String plain = "`" + Json.text(value) + "`";
            choices.add(title.isEmpty() ? plain : plain + " (" + title + ")");
        }
        return choices;
    }

    private static String description(JsonNode field) {
        String title = field.path("title").asText("");
        String description = field.path("description").asText("");
        String text = title.isEmpty() || description.isEmpty() ? title + description : title + ". " + description;
        String onlyWith = onlyWith(field.path("x-visible-when"));
        return onlyWith.isEmpty() ? text : text + (text.endsWith(".") ? " " : ". ") + onlyWith;
    }

    /** What other fields must be for this one to mean something. */
    private static String onlyWith(JsonNode rules) {
        var others = new StringJoiner(" and ", "Only with ", ".").setEmptyValue("");
        rules.properties().forEach(rule -> {
            var values = new StringJoiner(", ");
            JsonNode wanted = rule.getValue();
            (wanted.isArray() ? wanted : Json.NODES.arrayNode().add(wanted))
                    .forEach(value -> values.add(Json.text(value)));
            others.add("`" + rule.getKey().replace("../", "") + "`: " + values);
        });
        return others.toString();
    }

    /** Markdown would take a placeholder in angle brackets for a tag. */
    private static String shown(String text) {
        return text.replace("<", "&lt;");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    private static void example(StringBuilder text, JsonNode descriptor) {
        JsonNode example = descriptor.path("example");
        if (example.isObject() && !example.isEmpty()) {
            text.append("Example:\n\n```json\n")
                    .append(example.toPrettyString())
                    .append("\n```\n");
        }
    }
}
