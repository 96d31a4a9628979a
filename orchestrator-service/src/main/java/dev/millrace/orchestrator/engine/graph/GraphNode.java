package dev.millrace.orchestrator.engine.graph;

import dev.millrace.model.document.BranchIndex;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.variable.Template;
import dev.millrace.orchestrator.engine.node.Behaviour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A node of a compiled workflow with its place in it. Immutable once {@link WorkflowGraph#of} has returned.
 *
 * <p>{@code container} is the node in one of whose branches this node stands, {@code branch} which one; both null on the
 * main list.
 */
public final class GraphNode {
    private final NodeDocument document;
    private final Behaviour behaviour;
    private final Template config;
    private final List<GraphNode> heads = new ArrayList<>();
    private GraphNode errorHead;
    private GraphNode successor;
    private GraphNode container;
    private BranchIndex branch;
    private int depth;

    /**
     * @param behaviour null for a node that is not the engine's to run
     * @param config to be resolved for a worker; null for a node that the engine runs
     */
    GraphNode(NodeDocument document, Behaviour behaviour, Template config) {
        this.document = document;
        this.behaviour = behaviour;
        this.config = config;
    }

    void addHead(GraphNode head) {
        if (head.document.branchIndex().isError()) {
            errorHead = head;
            return;
        }
        heads.add(head);
        heads.sort(Comparator.comparingInt(node -> node.document.branchIndex().number()));
    }

    void setSuccessor(GraphNode node) {
        successor = node;
    }

    void standIn(GraphNode newContainer, BranchIndex newBranch) {
        container = newContainer;
        branch = newBranch;
        depth = newContainer == null ? 0 : newContainer.depth + 1;
    }

    public String key() {
        return document.key();
    }

    public String type() {
        return document.type();
    }

    public NodeDocument document() {
        return document;
    }

    /** What the engine does with the node; empty where a worker runs it. */
    public Optional<Behaviour> behaviour() {
        return Optional.ofNullable(behaviour);
    }

    public Template config() {
        return config;
    }

    /** The first nodes of the branches, by branch index; the error branch is not among them. */
    public List<GraphNode> heads() {
        return heads;
    }

    public Optional<GraphNode> head(int branchIndex) {
        return heads.stream()
                .filter(node -> node.document.branchIndex().number() == branchIndex)
                .findFirst();
    }

    public GraphNode errorHead() {
        return errorHead;
    }

    public GraphNode successor() {
        return successor;
    }

    public GraphNode container() {
        return container;
    }

    public BranchIndex branch() {
        return branch;
    }

    /** Whether the node stands in a branch of the other, at any depth. */
    public boolean isInside(GraphNode other) {
        GraphNode around = this;
        while (around.depth > other.depth) {
            around = around.container;
        }
        return around == other && this != other;
    }
}
