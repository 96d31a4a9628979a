package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.millrace.model.descriptor.Branches;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.state.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs all its branches side by side and goes on as its mode says. */
final class ParallelNode implements ControlNode {
    static final String TYPE = "parallel";

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                TYPE,
                "Parallel branches",
                "control",
                "partition",
                Json.parse("""
                        {"type": "object", "x-joins": {"mode": "all"},
                         "properties": {
                           "mode": {"enum": ["all", "any", "race", "allSettled"], "default": "all", "title": "Goes on when",
                             "x-enum-titles": ["Every branch succeeded", "One branch succeeded", "The first has ended", "Every branch has ended"],
                             "description": "What is still under way then is cancelled."}}}
                        """),
                Json.parse("""
                        {"type": "array", "title": "Statuses of the branches", "items": {"type": ["integer", "null"]}}
                        """),
                new Branches(List.of(), true, 1, null),
                false,
                true,
                "Starts all its branches at once. As soon as the outcome is certain, branches that are still under way are"
                        + " cancelled, and the workflow goes on behind the node. The result lists the status of each branch"
                        + " in their order, null for one that did not end; what the branches found out are the results of their"
                        + " nodes, which the nodes behind see, too.",
                Json.parse("""
                        {"mode": "all"}
                        """));
    }

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        return new Forking(Mode.of(node.config().path("mode").asText("")));
    }

    private enum Mode {
        ALL,
        ANY,
        RACE,
        ALLSETTLED;

        static Mode of(String name) {
            for (Mode mode : values()) {
                if (mode.name().equals(name.toUpperCase(Locale.ROOT))) {
                    return mode;
                }
            }
            return ALL;
        }

        /**
         * The outcome, as soon as it is certain.
         *
         * @param ended statuses of the branches that have ended
         * @param latest the one that ended last
         * @param open how many have not
         */
        Optional<JobStatus> decide(List<JobStatus> ended, JobStatus latest, int open) {
            return switch (this) {
                case ALL -> latest != JobStatus.RESOLVED ? Optional.of(latest) : onlyIf(open == 0);
                case ANY ->
                    ended.contains(JobStatus.RESOLVED)
                            ? Optional.of(JobStatus.RESOLVED)
                            : Optional.of(JobStatus.FAILED).filter(failed -> open == 0);
                case RACE -> Optional.of(latest);
                case ALLSETTLED -> onlyIf(open == 0);
            };
        }

        private static Optional<JobStatus> onlyIf(boolean certain) {
            return certain ? Optional.of(JobStatus.RESOLVED) : Optional.empty();
        }
    }

    private record Forking(Mode mode) implements Behaviour {
        @Override
        public Move enter(NodeRun run) {
            ArrayNode statuses = Json.NODES.arrayNode();
            run.node().heads().forEach(head -> statuses.addNull());
            return statuses.isEmpty() ? Move.resolved(statuses) : open(run, statuses, 0);
        }

        /** A branch that is pure has ended by the time the next would start, and may have decided: then none starts. */
        @Override
        public Move goOn(NodeRun run, int step) {
            return open(run, run.result(), step);
        }

        private static Move open(NodeRun run, JsonNode statuses, int ordinal) {
            var heads = run.node().heads();
            int next = ordinal + 1 < heads.size() ? ordinal + 1 : Move.Open.NONE;
            return new Move.Open(statuses, null, new Move.Entry(heads.get(ordinal), run.path()), next);
        }

        @Override
        public Move branchEnded(NodeRun run, Path from, int branchIndex, JobStatus status) {
            ArrayNode statuses = run.result().deepCopy();
            statuses.set(ordinal(run, branchIndex), Json.NODES.numberNode(status.code()));
            var ended = new ArrayList<JobStatus>();
            statuses.forEach(code -> {
                if (!code.isNull()) {
                    ended.add(JobStatus.ofCode(code.intValue()));
                }
            });
            return mode.decide(ended, status, statuses.size() - ended.size())
                    .<Move>map(outcome -> new Move.End(outcome, statuses, null))
                    .orElseGet(() -> new Move.Open(statuses, null, null, Move.Open.NONE));
        }

        /** What other branches did stays done; one that failed or had not ended must run again. */
        @Override
        public Rewound rewound(GraphNode node, JsonNode result, Entrance entrance) {
            ArrayNode statuses = Json.NODES.arrayNode();
            var again = new ArrayList<GraphNode>();
            for (GraphNode head : node.heads()) {
                boolean own = head.document().branchIndex().number() == entrance.branchIndex();
                JsonNode status = result.path(statuses.size());
                if (!own && status.isNumber() && status.intValue() == JobStatus.RESOLVED.code()) {
                    statuses.add(status);
                } else {
                    statuses.addNull();
                }
                if (!own && statuses.get(statuses.size() - 1).isNull()) {
                    again.add(head);
                }
            }
            return new Rewound(statuses, again);
        }

        private static int ordinal(NodeRun run, int branchIndex) {
            var heads = run.node().heads();
            for (int i = 0; i < heads.size(); i++) {
                if (heads.get(i).document().branchIndex().number() == branchIndex) {
                    return i;
                }
            }
            throw new IllegalStateException(
                    "Expected branch %d below %s, but there is none".formatted(branchIndex, run.key()));
        }
    }
}
