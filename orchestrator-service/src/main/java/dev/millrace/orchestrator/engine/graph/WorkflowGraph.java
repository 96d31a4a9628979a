package dev.millrace.orchestrator.engine.graph;

import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.document.WorkflowOptions;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.model.variable.Template;
import dev.millrace.orchestrator.engine.node.Compiler;
import dev.millrace.orchestrator.engine.node.ControlNodes;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a workflow, made ready to run: links instead of keys, templates and expressions compiled. Made once per
 * version; immutable and thread-safe.
 */
public final class WorkflowGraph {
    private final WorkflowVersion version;
    private final WorkflowOptions options;
    private final Admission admission;
    private final Map<String, GraphNode> nodes;
    private final GraphNode head;

    private WorkflowGraph(WorkflowVersion version, Map<String, GraphNode> nodes, GraphNode head) {
        this.version = version;
        this.options = WorkflowOptions.of(version.document().options());
        this.admission = new Admission(version.key(), options);
        this.nodes = nodes;
        this.head = head;
    }

    /**
     * Compiles a version that the definition service has accepted. A config that cannot be compiled ends its node as ERROR
     * when it runs.
     *
     * @param languages by name
     */
    public static WorkflowGraph of(WorkflowVersion version, Map<String, ExpressionLanguage> languages) {
        var compiler = new Compiler(languages);
        var nodes = new LinkedHashMap<String, GraphNode>();
        version.document().nodes().forEach(node -> nodes.put(node.key(), compiled(node, compiler)));
        GraphNode head = null;
        for (GraphNode node : nodes.values()) {
            head = node.document().upstreamKey() == null ? node : head;
            link(node, nodes);
        }
        place(head);
        return new WorkflowGraph(version, nodes, head);
    }

    private static GraphNode compiled(NodeDocument document, Compiler compiler) {
        return ControlNodes.ofType(document.type())
                .map(type -> new GraphNode(document, type.compile(document, compiler), null))
                .orElseGet(() -> new GraphNode(document, null, Template.compile(document.config())));
    }

    private static void link(GraphNode node, Map<String, GraphNode> nodes) {
        GraphNode upstream = nodes.get(node.document().upstreamKey());
        if (upstream == null) {
            return;
        }
        if (node.document().branchIndex() == null) {
            upstream.setSuccessor(node);
        } else {
            upstream.addHead(node);
        }
    }

    /** Tells every node where it stands, list by list, without recursion: depth is bounded by nobody here. */
    private static void place(GraphNode head) {
        var lists = new ArrayDeque<GraphNode>();
        if (head != null) {
            lists.add(head);
        }
        while (!lists.isEmpty()) {
            GraphNode first = lists.remove();
            for (GraphNode node = first; node != null; node = node.successor()) {
                node.standIn(first.container(), first.branch());
                for (GraphNode branchHead : node.heads()) {
                    branchHead.standIn(node, branchHead.document().branchIndex());
                    lists.add(branchHead);
                }
                if (node.errorHead() != null) {
                    node.errorHead().standIn(node, node.errorHead().document().branchIndex());
                    lists.add(node.errorHead());
                }
            }
        }
    }

    public String workflowKey() {
        return version.key();
    }

    public WorkflowVersion version() {
        return version;
    }

    public WorkflowOptions options() {
        return options;
    }

    /** When a start may run. */
    public Admission admission() {
        return admission;
    }

    public boolean hasNodes() {
        return !nodes.isEmpty();
    }

    /** The first node; empty for a workflow without nodes. */
    public Optional<GraphNode> head() {
        return Optional.ofNullable(head);
    }

    public Optional<GraphNode> node(String key) {
        return Optional.ofNullable(nodes.get(key));
    }
}
