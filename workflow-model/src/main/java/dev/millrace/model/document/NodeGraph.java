package dev.millrace.model.document;

import dev.millrace.model.descriptor.NodeTypeDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** The keys of all nodes that have run, or are running around it, whenever this one runs; nearest first. */
    Set<String> upstreamOf(NodeDocument node) {
        var upstream = new LinkedHashSet<String>();
        for (NodeDocument at = node; at != null && at.upstreamKey() != null; at = byKey.get(at.upstreamKey())) {
            if (!upstream.add(at.upstreamKey())) {
                break;
            }
        }
        return upstream;
    }

    /** The keys of the nodes in one of whose own branches this one stands. */
    Set<String> enclosing(NodeDocument node) {
        var enclosing = new HashSet<String>();
        var seen = new HashSet<String>();
        for (NodeDocument at = node; at != null && at.upstreamKey() != null; at = byKey.get(at.upstreamKey())) {
            if (!seen.add(at.upstreamKey())) {
                break;
            }
            if (at.branchIndex() != null && !at.branchIndex().isError()) {
                enclosing.add(at.upstreamKey());
            }
        }
        return enclosing;
    }

    /** Whether going upstream from the node leads back to it. */
    boolean isOnCycle(NodeDocument node) {
        return node.key() != null && upstreamOf(node).contains(node.key());
    }
}
