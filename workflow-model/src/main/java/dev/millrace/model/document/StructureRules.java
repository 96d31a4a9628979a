package dev.millrace.model.document;

import dev.millrace.model.descriptor.Branches;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Every node has a key, a known type and one place, and the places make one tree. */
final class StructureRules {
    private static final Pattern ADDRESSABLE = Pattern.compile("[\\w-]+");

    private final NodeGraph graph;
    private final Report report;
    private final Set<String> keys = new HashSet<>();
    private final Map<Place, String> places = new HashMap<>();

    private record Place(String upstreamKey, BranchIndex branchIndex) {}

    StructureRules(NodeGraph graph, Report report) {
        this.graph = graph;
        this.report = report;
    }

    void check() {
        for (int i = 0; i < graph.nodes().size(); i++) {
            NodeDocument node = graph.nodes().get(i);
            String pointer = "/nodes/" + i;
            key(node, pointer);
            type(node, pointer);
            upstream(node, pointer);
            place(node, pointer);
            branch(node, pointer);
            branches(node, pointer);
        }
    }

    private void key(NodeDocument node, String pointer) {
        if (node.key() == null || node.key().isBlank()) {
            report.violation(
                    pointer + "/key", "missing_key", "Expected every node to have a key, but this one has none");
        } else if (!keys.add(node.key())) {
            report.violation(
                    pointer + "/key",
                    "duplicate_key",
                    "Expected every node to have a key of its own, but \"%s\" is used before".formatted(node.key()));
        } else if (!ADDRESSABLE.matcher(node.key()).matches()) {
            report.finding(
                    pointer + "/key",
                    "key_not_addressable",
                    "Expected a key of letters, digits, - and _, but \"%s\" has others and no variable can name it"
                            .formatted(node.key()));
        }
    }

    private void type(NodeDocument node, String pointer) {
        if (node.type() == null || node.type().isBlank()) {
            report.violation(
                    pointer + "/type", "missing_type", "Expected every node to have a type, but this one has none");
        } else if (graph.descriptor(node).isEmpty()) {
            report.violation(
                    pointer + "/type",
                    "unknown_node_type",
                    "Expected node type \"%s\" to be served by some worker, but none ever was".formatted(node.type()));
        }
    }

    private void upstream(NodeDocument node, String pointer) {
        if (node.upstreamKey() != null && graph.find(node.upstreamKey()).isEmpty()) {
            report.violation(
                    pointer + "/upstreamKey",
                    "unknown_upstream",
                    "Expected upstreamKey to be the key of a node, but no node is called \"%s\""
                            .formatted(node.upstreamKey()));
        } else if (graph.isOnCycle(node)) {
            report.violation(
                    pointer + "/upstreamKey",
                    "cyclic_upstream",
                    "Expected nodes to follow each other to an end, but \"%s\" follows itself".formatted(node.key()));
        }
    }

    private void place(NodeDocument node, String pointer) {
        if (node.upstreamKey() == null && node.branchIndex() != null) {
            report.violation(
                    pointer + "/branchIndex",
                    "branch_without_upstream",
                    "Expected the head of branch %s to have an upstream node, but it has none"
                            .formatted(node.branchIndex()));
            return;
        }
        String before =
                places.putIfAbsent(new Place(node.upstreamKey(), node.branchIndex()), String.valueOf(node.key()));
        if (before == null) {
            return;
        }
        if (node.upstreamKey() == null) {
            report.violation(
                    pointer + "/upstreamKey",
                    "two_heads",
                    "Expected one node to be the first, but \"%s\" has no upstream node either".formatted(before));
        } else {
            report.violation(
                    pointer + (node.branchIndex() == null ? "/upstreamKey" : "/branchIndex"),
                    "place_taken",
                    "Expected one node in each place, but \"%s\" stands there already".formatted(before));
        }
    }

    private void branch(NodeDocument node, String pointer) {
        if (node.branchIndex() == null || node.branchIndex().isError() || node.upstreamKey() == null) {
            return;
        }
        graph.find(node.upstreamKey())
                .flatMap(graph::descriptor)
                .filter(upstream ->
                        !upstream.branches().allows(node.branchIndex().number()))
                .ifPresent(upstream -> report.violation(
                        pointer + "/branchIndex",
                        "branch_not_allowed",
                        "Expected a branch that node type \"%s\" has (%s), but it is %s"
                                .formatted(upstream.type(), allowed(upstream.branches()), node.branchIndex())));
    }

    private void branches(NodeDocument node, String pointer) {
        int minimum =
                graph.descriptor(node).map(type -> type.branches().minimum()).orElse(0);
        if (minimum == 0 || node.key() == null) {
            return;
        }
        long count = graph.branchHeads(node.key()).stream()
                .filter(head -> !head.branchIndex().isError())
                .count();
        if (count < minimum) {
            report.violation(
                    pointer,
                    "too_few_branches",
                    "Expected node type \"%s\" to have at least %d branches, but it has %d"
                            .formatted(node.type(), minimum, count));
        }
    }

    private static String allowed(Branches branches) {
        var names = branches.fixed().stream()
                .map(branch -> String.valueOf(branch.index()))
                .toList();
        String fixed = names.isEmpty() ? "none" : String.join(", ", names);
        return branches.open() ? "0 and above" : fixed + " or error";
    }
}
