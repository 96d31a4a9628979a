package dev.millrace.model.exchange;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables that name a node by its number name it by its key afterwards: a number means nothing outside the file. */
final class NodeIdVariables {
    private static final Pattern BY_ID = Pattern.compile("\\$(jobsMapByNodeId|scopes)\\.(\\d+)(?![\\w-])");

    private final Map<String, String> keyById = new HashMap<>();
    private final ObjectNode document;
    private final Findings findings;

    /** @param foreign the nodes as the file has them, in the order of the document's */
    NodeIdVariables(JsonNode foreign, ObjectNode document, Findings findings) {
        this.document = document;
        this.findings = findings;
        for (int i = 0; i < foreign.size(); i++) {
            if (foreign.get(i).hasNonNull("id")) {
                keyById.put(
                        foreign.get(i).get("id").asText(),
                        document.at("/nodes/" + i + "/key").asText());
            }
        }
    }

    void rewrite() {
        for (int i = 0; i < document.path("nodes").size(); i++) {
            var node = (ObjectNode) document.path("nodes").get(i);
            var at = JsonPointer.compile("/nodes/" + i + "/config");
            node.set("config", Texts.rewrite(node.path("config"), at, this::rewrite));
        }
    }

    private String rewrite(String text, JsonPointer at) {
        return BY_ID.matcher(text).replaceAll(match -> Matcher.quoteReplacement(byKey(match, at)));
    }

    private String byKey(MatchResult match, JsonPointer at) {
        boolean result = match.group(1).equals("jobsMapByNodeId");
        String key = keyById.get(match.group(2));
        if (key != null) {
            return (result ? "$jobsMapByNodeKey." : "$scopes.") + key;
        }
        if (result) {
            findings.add(
                    at.toString(),
                    "unknown_node_id",
                    "Expected %s to name a node of the file, but none has that number".formatted(match.group()));
        }
        return match.group();
    }
}
