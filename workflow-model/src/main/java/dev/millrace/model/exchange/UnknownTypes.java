package dev.millrace.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.document.TypeCatalogue;

/** Nodes of types that nobody serves stay in the document as they are, and are named. */
final class UnknownTypes {
    private final JsonNode document;
    private final TypeCatalogue catalogue;
    private final Findings findings;

    UnknownTypes(JsonNode document, TypeCatalogue catalogue, Findings findings) {
        this.document = document;
        this.catalogue = catalogue;
        this.findings = findings;
    }

    void report() {
        String trigger = document.path("type").asText("");
        if (!trigger.isBlank() && catalogue.trigger(trigger).isEmpty()) {
            findings.add(
                    "/type",
                    "unknown_trigger_type",
                    "Expected trigger type \"%s\" to be served, but it is not".formatted(trigger));
        }
        for (int i = 0; i < document.path("nodes").size(); i++) {
            String type = document.path("nodes").get(i).path("type").asText("");
            if (!type.isBlank() && catalogue.node(type).isEmpty()) {
                findings.add(
                        "/nodes/" + i + "/type",
                        "unknown_node_type",
                        "Expected node type \"%s\" to be served by some worker, but none ever was; the workflow cannot be enabled until one is or the node is replaced"
                                .formatted(type));
            }
        }
    }
}
