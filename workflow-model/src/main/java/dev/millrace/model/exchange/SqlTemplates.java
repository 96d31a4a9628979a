package dev.millrace.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.Template;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Old SQL nodes put values into the statement as text. Here they become bound variables, which no value can break out of; what
 * cannot be bound is reported and left.
 */
final class SqlTemplates {
    /** A template with the quotes right around it, if any, or a whole quoted text or name, in which nothing can be bound. */
    private static final Pattern BINDABLE =
            Pattern.compile("'(\\{\\{[^{}']+}})'|'(?:[^']++|'')*+'|\"[^\"]*+\"|(\\{\\{[^{}]+}})");

    private static final String NAME = "var";

    private final ObjectNode config;
    private final ArrayNode variables;

    private SqlTemplates(ObjectNode config) {
        this.config = config;
        this.variables = config.path("variables") instanceof ArrayNode there ? there : Json.NODES.arrayNode();
    }

    static void bind(JsonNode document, Findings findings) {
        for (int i = 0; i < document.path("nodes").size(); i++) {
            JsonNode node = document.path("nodes").get(i);
            boolean safe = !node.at("/config/unsafeInjection").asBoolean();
            JsonNode sql = node.at("/config/sql");
            if (node.path("type").asText().equals("sql") && sql.isTextual() && safe) {
                new SqlTemplates((ObjectNode) node.get("config")).bind("/nodes/" + i + "/config/sql", findings);
            }
        }
    }

    private void bind(String pointer, Findings findings) {
        JsonNode sql = config.get("sql");
        if (Template.compile(sql).isConstant()) {
            return;
        }
        if (!Template.isWhole(sql)) {
            String bound =
                    BINDABLE.matcher(sql.textValue()).replaceAll(match -> Matcher.quoteReplacement(bound(match)));
            config.put("sql", bound);
            config.set("variables", variables);
        }
        boolean all = Template.compile(config.get("sql")).isConstant();
        findings.add(
                pointer,
                all ? "sql_template_bound" : "sql_template_unbound",
                "Expected values to be bound to a statement, but it had templates; "
                        + (all
                                ? "they were made variables"
                                : "those that make up names or parts of texts cannot be, rewrite them"));
    }

    private String bound(MatchResult match) {
        String template = match.group(1) != null ? match.group(1) : match.group(2);
        if (template == null || !Template.isWhole(Json.NODES.textNode(template))) {
            return match.group();
        }
        String name = freeName();
        variables.add(Json.object().put("name", name).put("value", template));
        return ":" + name;
    }

    private String freeName() {
        int number = variables.size();
        while (isTaken(NAME + number)) {
            number++;
        }
        return NAME + number;
    }

    private boolean isTaken(String name) {
        for (JsonNode variable : variables) {
            if (variable.path("name").asText().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
