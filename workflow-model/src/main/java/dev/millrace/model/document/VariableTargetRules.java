package dev.millrace.model.document;

import com.fasterxml.jackson.databind.JsonNode;

/** A Variable node that assigns names a Variable node that declares. */
final class VariableTargetRules {
    private static final String VARIABLE = "variable";

    private final NodeGraph graph;
    private final Report report;

    VariableTargetRules(NodeGraph graph, Report report) {
        this.graph = graph;
        this.report = report;
    }

    void check() {
        for (int i = 0; i < graph.nodes().size(); i++) {
            NodeDocument node = graph.nodes().get(i);
            JsonNode target = node.config().path("target");
            if (VARIABLE.equals(node.type()) && target.isTextual() && !isDeclared(target.textValue())) {
                report.violation(
                        "/nodes/" + i + "/config/target",
                        "unknown_variable_target",
                        "Expected target to be the key of a node that declares a variable, but \"%s\" is none"
                                .formatted(target.textValue()));
            }
        }
    }

    private boolean isDeclared(String key) {
        return graph.find(key)
                .filter(node -> VARIABLE.equals(node.type()))
                .filter(node -> !node.config().hasNonNull("target"))
                .isPresent();
    }
}
