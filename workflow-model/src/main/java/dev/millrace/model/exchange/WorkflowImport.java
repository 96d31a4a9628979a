package dev.millrace.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.document.DocumentReader;
import dev.millrace.model.document.TypeCatalogue;
import dev.millrace.model.document.Violation;
import dev.millrace.model.json.Json;
import java.util.List;

/**
 * Reads workflow documents of ours and in the shapes that NocoBase's are found in: the answer of its REST API with or without
 * the {@code data} around it, rows of its tables, and plain lists of steps with {@code triggerConfig}. Thread-safe.
 */
public final class WorkflowImport {
    private static final List<String> KEPT =
            List.of("key", "title", "description", "type", "sync", "enabled", "config", "options", "categories");

    private final TypeCatalogue catalogue;

    public WorkflowImport(TypeCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public ImportOutcome read(JsonNode json) {
        JsonNode workflow = json.path("data").isObject() && !json.has("type") ? json.get("data") : json;
        if (workflow.isArray() || workflow.path("data").isArray()) {
            return Refused.because(
                    "list_export",
                    "Expected one workflow with its nodes, but this is a list of workflows, which has none; export each one by itself");
        }
        if (!workflow.isObject()
                || !(workflow.has("type") || workflow.path("nodes").isArray())) {
            return Refused.because("not_a_workflow", "Expected a workflow with a type and nodes, but neither is there");
        }
        return workflow.path("nodes").isArray() || !workflow.hasNonNull("nodes")
                ? imported(workflow)
                : new Refused(
                        List.of(new Violation("/nodes", "malformed", "Expected nodes to be a list, but they are not")));
    }

    private ImportOutcome imported(JsonNode workflow) {
        var findings = new Findings();
        ObjectNode document = head(workflow);
        document.set("nodes", new ForeignNodes(workflow.path("nodes"), findings).read());
        new NodeIdVariables(workflow.path("nodes"), document, findings).rewrite();
        UiResidue.setAside(document);
        SqlTemplates.bind(document, findings);
        new TriggerHabits(document, findings).translate();
        new NodeHabits(document, findings).report();
        new UnknownTypes(document, catalogue, findings).report();
        var read = DocumentReader.read(document);
        return read.document()
                .<ImportOutcome>map(result -> new Imported(result, findings.all()))
                .orElseGet(() -> new Refused(read.violations()));
    }

    private static ObjectNode head(JsonNode workflow) {
        ObjectNode head = Json.object();
        KEPT.stream()
                .filter(workflow::hasNonNull)
                .forEach(name -> head.set(name, workflow.get(name).deepCopy()));
        if (!head.has("config") && workflow.hasNonNull("triggerConfig")) {
            head.set("config", workflow.get("triggerConfig").deepCopy());
        }
        head.replace("config", ForeignNodes.config(head.path("config")));
        if (head.path("categories").isArray()) {
            head.set("categories", categories(head.get("categories")));
        }
        return head;
    }

    /** NocoBase's categories are records; a title is all that another installation can use. */
    private static JsonNode categories(JsonNode categories) {
        var titles = Json.NODES.arrayNode();
        categories.forEach(category -> titles.add(category.isObject() ? category.path("title") : category));
        return titles;
    }
}
