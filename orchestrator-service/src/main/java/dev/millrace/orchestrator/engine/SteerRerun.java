package dev.millrace.orchestrator.engine;

import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.engine.node.Behaviour;
import dev.millrace.orchestrator.engine.node.ControlNodes;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Lanes;
import dev.millrace.orchestrator.engine.state.Path;
import dev.millrace.orchestrator.engine.state.Steering;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Begins an execution at a node of an earlier one: the jobs before that node are taken over as they were, those that hold it
 * in a branch are opened again.
 */
final class SteerRerun {
    private static final String NOT_REACHED = "not_reached";

    private final WorkflowGraph graph;
    private final Origin origin;
    private final Map<String, Job> before;

    SteerRerun(WorkflowGraph graph, Origin origin) {
        this.graph = graph;
        this.origin = origin;
        this.before = origin.before().stream()
                .collect(Collectors.toMap(
                        Job::nodeKey, Function.identity(), (one, two) -> one.sequence() > two.sequence() ? one : two));
    }

    /** Why no execution can begin there; empty when one can. */
    static Optional<EndReason> refusal(WorkflowGraph graph, Origin origin) {
        return new SteerRerun(graph, origin).refusal();
    }

    private Optional<EndReason> refusal() {
        if (origin.nodeKey() == null) {
            return graph.head().isPresent()
                    ? Optional.empty()
                    : refused("no_head", "Expected a first node without upstream, but there is none");
        }
        var node = graph.node(origin.nodeKey());
        if (node.isEmpty()) {
            return refused(
                    "unknown_node", "Expected a node of the workflow, but %s is none".formatted(origin.nodeKey()));
        }
        return containersOf(node.get()).stream()
                .filter(container -> !holds(container, node.get()) || isOver(origin.at(), container))
                .findFirst()
                .flatMap(container -> refused(
                        NOT_REACHED,
                        "Expected node %s, in which %s stands, to have run up to there, but it has not: rerun from %s"
                                .formatted(container.key(), origin.nodeKey(), container.key())));
    }

    /** Whether the container has been tried again since: its branches began anew, without the job. */
    private boolean isOver(Job job, GraphNode container) {
        Job holder = before.get(container.key());
        return job != null && holder != null && Lanes.isOver(job, holder);
    }

    private static Optional<EndReason> refused(String code, String sentence) {
        return Optional.of(EndReason.of(code, sentence));
    }

    /** Whether the container's job, as it is taken over, can hold the node. */
    private boolean holds(GraphNode container, GraphNode node) {
        Job job = before.get(container.key());
        if (job == null || containersOf(container).stream().anyMatch(around -> isOver(job, around))) {
            return false;
        }
        GraphNode inner = childOn(container, node);
        if (inner.branch().isError() || !ControlNodes.isBranching(container.type())) {
            return !job.pending() && job.path().equals(pathAt(container, node));
        }
        int last = container
                .behaviour()
                .map(behaviour -> behaviour.lastPass(job.result()))
                .orElse(Behaviour.NO_PASS);
        int wanted = passOf(container, node);
        return job.result() != null
                && job.path().equals(pathAt(container, node))
                && (last == Behaviour.NO_PASS ? wanted == Behaviour.NO_PASS : wanted >= 0 && wanted <= last);
    }

    /** Lets the new execution stand where the earlier one stood before the node; it has been admitted. */
    void begin(Draft draft, Flow flow) {
        GraphNode node =
                origin.nodeKey() == null ? null : graph.node(origin.nodeKey()).orElseThrow();
        Path path = node == null ? Path.ROOT : pathAt(node, node);
        if (node == null) {
            graph.head().ifPresent(head -> flow.enter(head, Path.ROOT));
        } else {
            takeOver(draft, flow, node);
            flow.enter(node, path);
        }
        var act = new Steering.Act("rerun", origin.by(), draft.now(), "of " + origin.executionId());
        int last = draft.newestByNode().values().stream()
                .mapToInt(Job::sequence)
                .max()
                .orElse(0);
        draft.header(old -> old.withSteering(old.steering().act(act).rerun(origin.asRerunOf(path, last))));
    }

    private void takeOver(Draft draft, Flow flow, GraphNode node) {
        Set<String> open = new HashSet<>();
        containersOf(node).stream()
                .filter(container -> ControlNodes.isBranching(container.type()))
                .filter(container -> !childOn(container, node).branch().isError())
                .forEach(container -> open.add(container.key()));
        Deque<GraphNode> siblings = new ArrayDeque<>();
        Map<String, Path> places = new HashMap<>();
        before.values().stream().sorted(Comparator.comparingInt(Job::sequence)).forEach(job -> {
            if (open.contains(job.nodeKey())) {
                reopen(draft, job, node).forEach(head -> {
                    siblings.push(head);
                    places.put(head.key(), job.path());
                });
            } else if (!job.pending()) {
                draft.adopt(job);
            }
        });
        siblings.forEach(head -> flow.enter(head, places.get(head.key())));
        before.values().stream()
                .filter(job -> ControlNodes.setsOutput(job.type()) && job.status() == JobStatus.RESOLVED)
                .max(Comparator.comparingInt(Job::sequence))
                .ifPresent(job -> draft.output(job.result()));
    }

    /** @return the first nodes of branches that must run again, too */
    private List<GraphNode> reopen(Draft draft, Job job, GraphNode node) {
        GraphNode container = draft.node(job.nodeKey());
        var entrance = new Behaviour.Entrance(childOn(container, node).branch().number(), passOf(container, node));
        var rewound = container.behaviour().orElseThrow().rewound(container, job.result(), entrance);
        draft.adopt(job.reopened(
                rewound.result(), Timers.deadline(container, draft.now()), "Goes on: rerun by " + origin.by()));
        return rewound.again();
    }

    /** Outermost first. */
    private static List<GraphNode> containersOf(GraphNode node) {
        var containers = new ArrayList<GraphNode>();
        for (GraphNode around = node.container(); around != null; around = around.container()) {
            containers.add(0, around);
        }
        return containers;
    }

    /** The node itself, or what holds it, on the list that is a branch of the container. */
    private static GraphNode childOn(GraphNode container, GraphNode node) {
        GraphNode child = node;
        while (child.container() != container) {
            child = child.container();
        }
        return child;
    }

    private int passOf(GraphNode container, GraphNode node) {
        var known = knownPath();
        if (known != null) {
            return known.passes().stream()
                    .filter(pass -> pass.loopKey().equals(container.key()))
                    .findFirst()
                    .map(Path.Pass::index)
                    .orElse(Behaviour.NO_PASS);
        }
        Job job = before.get(container.key());
        return job == null || childOn(container, node).branch().isError()
                ? Behaviour.NO_PASS
                : container
                        .behaviour()
                        .map(behaviour -> behaviour.lastPass(job.result()))
                        .orElse(Behaviour.NO_PASS);
    }

    private Path knownPath() {
        return origin.path() != null
                ? origin.path()
                : origin.at() == null ? null : origin.at().path();
    }

    /** Where a node on the way to the one that is begun at stands. */
    private Path pathAt(GraphNode place, GraphNode node) {
        Path path = Path.ROOT;
        for (GraphNode container : containersOf(place)) {
            int pass = passOf(container, node);
            path = pass == Behaviour.NO_PASS ? path : path.enter(container.key(), pass);
        }
        return path;
    }
}
