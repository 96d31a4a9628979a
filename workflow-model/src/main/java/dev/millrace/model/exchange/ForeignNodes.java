package dev.millrace.model.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every node a key and a place by keys, whatever the file says places by: {@code upstreamKey}, {@code upstreamId},
 * {@code downstreamId} of the node before, or the mere order of a list of steps.
 */
final class ForeignNodes {
    private static final List<String> KEPT = List.of("type", "title", "retry", "timeout", "onFailure");

    private static final List<String> PLACING =
            List.of("upstreamKey", "upstreamId", "downstreamId", "branchIndex", "upstream");

    private final JsonNode nodes;
    private final Findings findings;
    private final List<String> keys;
    private final Map<String, String> keyById = new HashMap<>();
    private final Map<String, String> keyBefore = new HashMap<>();

    ForeignNodes(JsonNode nodes, Findings findings) {
        this.nodes = nodes;
        this.findings = findings;
        this.keys = NodeKeys.of(nodes);
        for (int i = 0; i < nodes.size(); i++) {
            keyById.put(nodes.get(i).path("id").asText(), keys.get(i));
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).hasNonNull("downstreamId")) {
                keyBefore.putIfAbsent(
                        keyById.get(nodes.get(i).get("downstreamId").asText()), keys.get(i));
            }
        }
    }

    ArrayNode read() {
        ArrayNode read = Json.NODES.arrayNode();
        boolean list = isListOfSteps();
        for (int i = 0; i < nodes.size(); i++) {
            ObjectNode node = node(i);
            if (list) {
                node.put("upstreamKey", i == 0 ? null : keys.get(i - 1));
            } else {
                place(i, node);
            }
            read.add(node);
        }
        return read;
    }

    /** Rows of a table carry the config as text. */
    static JsonNode config(JsonNode config) {
        if (!config.isTextual()) {
            return config.isMissingNode() || config.isNull() ? Json.object() : config.deepCopy();
        }
        try {
            JsonNode parsed = Json.mapper().readTree(config.textValue());
            return parsed.isObject() ? parsed : config;
        } catch (JsonProcessingException e) {
            return config;
        }
    }

    private boolean isListOfSteps() {
        for (JsonNode node : nodes) {
            if (PLACING.stream().anyMatch(node::has)) {
                return false;
            }
        }
        return true;
    }

    private ObjectNode node(int i) {
        JsonNode foreign = nodes.get(i);
        ObjectNode node = Json.object().put("key", keys.get(i));
        KEPT.stream()
                .filter(foreign::hasNonNull)
                .forEach(name -> node.set(name, foreign.get(name).deepCopy()));
        node.set("config", config(foreign.path("config")));
        node.putNull("upstreamKey");
        node.set("branchIndex", branchIndex(foreign.path("branchIndex")));
        return node;
    }

    private static JsonNode branchIndex(JsonNode index) {
        boolean digits = index.isTextual() && index.textValue().matches("-?\\d{1,9}");
        if (digits) {
            return Json.NODES.numberNode(Integer.parseInt(index.textValue()));
        }
        return index.isMissingNode() ? Json.NODES.nullNode() : index;
    }

    private void place(int i, ObjectNode node) {
        JsonNode foreign = nodes.get(i);
        if (foreign.hasNonNull("upstreamKey")) {
            node.set("upstreamKey", foreign.get("upstreamKey"));
        } else if (foreign.hasNonNull("upstreamId")) {
            byId(i, node, foreign.get("upstreamId").asText());
        } else if (!foreign.has("upstreamId") && !foreign.has("upstreamKey")) {
            node.put("upstreamKey", keyBefore.get(keys.get(i)));
        }
        String before = keyBefore.get(keys.get(i));
        if (before != null && !before.equals(node.path("upstreamKey").asText())) {
            reportJoin(i, before);
        }
    }

    private void byId(int i, ObjectNode node, String id) {
        node.put("upstreamKey", keyById.get(id));
        if (!keyById.containsKey(id)) {
            node.putNull("branchIndex");
            findings.add(
                    "/nodes/" + i + "/upstreamKey",
                    "foreign_upstream",
                    "Expected the upstream node %s to be in the file, but it is not; the node was made the first"
                            .formatted(id));
        }
    }

    private void reportJoin(int i, String before) {
        findings.add(
                "/nodes/" + i + "/upstreamKey",
                "joined_branches",
                "Expected each node to follow one other, but \"%s\" leads here as well; branches join behind the node that they branch from"
                        .formatted(before));
    }
}
