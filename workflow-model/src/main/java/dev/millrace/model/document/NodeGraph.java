package dev.millrace.model.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The nodes of a document by key, as they hang together. Tolerates every fault: it is asked before any is ruled out. */
final class NodeGraph {
    private final List<NodeDocument> nodes;
    private final TypeCatalogue catalogue;
    private final Map<String, NodeDocument> byKey = new HashMap<>();

    NodeGraph(List<NodeDocument> nodes, TypeCatalogue catalogue) {
        this.nodes = nodes;
        this.catalogue = catalogue;
        nodes.stream().filter(node -> node.key() != null).forEach(node -> byKey.putIfAbsent(node.key(), node));
    }

    List<NodeDocument> nodes() {
        return nodes;
    }

    Optional<NodeDocument> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Optional<NodeTypeDescriptor> descriptor(NodeDocument node) {
        return node.type() == null ? Optional.empty() : catalogue.node(node.type());
    }

    /** The nodes that hang on this one by a branch of their own. */
    List<NodeDocument> branchHeads(String key) {
        var heads = new ArrayList<NodeDocument>();
        for (NodeDocument node : nodes) {
            if (node.branchIndex() != null && key.equals(node.upstreamKey())) {
                heads.add(node);
            }
        }
        return heads;
    }

    /** The keys of all nodes that have run, or are running around it, whenever this one runs. */
    Set<String> upstreamOf(NodeDocument node) {
        var upstream = new LinkedHashSet<String>();
        for (NodeDocument at : chain(node)) {
            upstream.add(at.upstreamKey());
            if (at.branchIndex() == null) {
                addJoined(byKey.get(at.upstreamKey()), upstream);
            }
        }
        return upstream;
    }

    /** The node, and what it hangs on, nearest first; all of them hang on something, and nothing comes twice. */
    private List<NodeDocument> chain(NodeDocument node) {
        var chain = new ArrayList<NodeDocument>();
        var seen = new HashSet<String>();
        NodeDocument at = node;
        while (at != null && at.upstreamKey() != null && seen.add(at.upstreamKey())) {
            chain.add(at);
            at = byKey.get(at.upstreamKey());
        }
        return chain;
    }

    /** Behind a node that joins its branches, all that stands on them has run. */
    private void addJoined(NodeDocument node, Set<String> upstream) {
        if (node == null || node.key() == null || !joins(node)) {
            return;
        }
        for (NodeDocument head : branchHeads(node.key())) {
            if (!head.branchIndex().isError()) {
                addList(head, upstream);
            }
        }
    }

    private void addList(NodeDocument head, Set<String> upstream) {
        Optional<NodeDocument> at = Optional.of(head);
        while (at.isPresent() && upstream.add(at.get().key())) {
            addJoined(at.get(), upstream);
            at = behind(at.get());
        }
    }

    private Optional<NodeDocument> behind(NodeDocument node) {
        return nodes.stream()
                .filter(next -> next.branchIndex() == null && next.upstreamKey() != null)
                .filter(next -> next.upstreamKey().equals(node.key()))
                .findFirst();
    }

    /** The hint {@code x-joins}: the values of the config with which a node is over once all of its branches have run. */
    private boolean joins(NodeDocument node) {
        JsonNode schema = descriptor(node).map(type -> type.configSchema()).orElse(MissingNode.getInstance());
        JsonNode wanted = schema.path("x-joins");
        return wanted.isObject()
                && node.onFailure() != OnFailure.CONTINUE
                && wanted.properties().stream()
                        .allMatch(field -> field.getValue().equals(value(node, schema, field.getKey())));
    }

    private static JsonNode value(NodeDocument node, JsonNode schema, String field) {
        JsonNode value = node.config().path(field);
        return value.isMissingNode() || value.isNull()
                ? schema.path("properties").path(field).path("default")
                : value;
    }

    /** The keys of the nodes in one of whose own branches this one stands. */
    Set<String> enclosing(NodeDocument node) {
        return chain(node).stream()
                .filter(at -> at.branchIndex() != null && !at.branchIndex().isError())
                .map(NodeDocument::upstreamKey)
                .collect(Collectors.toSet());
    }

    /** Whether going upstream from the node leads back to it. */
    boolean isOnCycle(NodeDocument node) {
        return chain(node).stream().anyMatch(at -> at.upstreamKey().equals(node.key()));
    }
}
