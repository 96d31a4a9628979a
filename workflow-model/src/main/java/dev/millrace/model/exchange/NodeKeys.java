package dev.millrace.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The keys of a file's nodes; a node without one is called by its type and a number. */
final class NodeKeys {
    private NodeKeys() {}

    /** In the order of the nodes. Keys that are there stay, even where two are the same: that is for the validator to say. */
    static List<String> of(JsonNode nodes) {
        var taken = new HashSet<String>();
        nodes.forEach(node -> taken.add(node.path("key").asText()));
        var keys = new ArrayList<String>();
        for (JsonNode node : nodes) {
            String key = node.path("key").asText("");
            keys.add(key.isBlank() || key.equals("null") ? generated(node, taken) : key);
        }
        return keys;
    }

    private static String generated(JsonNode node, HashSet<String> taken) {
        String stem = node.path("type").asText("node").replaceAll("[^A-Za-z0-9_]", "_");
        int number = 1;
        while (!taken.add(stem + "_" + number)) {
            number++;
        }
        return stem + "_" + number;
    }
}
