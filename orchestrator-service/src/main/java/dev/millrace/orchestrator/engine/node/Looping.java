package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.expressions.condition.Condition;
import dev.millrace.model.status.JobStatus;
import dev.millrace.model.variable.Template;
import dev.millrace.orchestrator.engine.Limits;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.node.LoopProgress.Leaving;
import dev.millrace.orchestrator.engine.state.Path;
import java.util.List;

/**
 * What a loop does. A pass that ends begins the next, unless a task to do so is on the way already: so passes that end at
 * once do not pile up tasks.
 *
 * @param parallel how many passes may be under way at once
 * @param collect looked up at the end of each pass; null for nothing
 */
record Looping(Template target, Checkpoint checkpoint, Exit exit, int parallel, Template collect) implements Behaviour {
    private static final int NEXT = 0;

    /**
     * What is asked before or between passes.
     *
     * @param condition null for nothing
     * @param between whether the first pass begins unasked
     * @param skips whether a pass is left out, instead of the loop being left, when the condition does not hold
     */
    record Checkpoint(Condition condition, boolean between, boolean skips) {
        boolean asksBefore(int index) {
            return condition != null && (!between || index > 0);
        }
    }

    /** What a failed pass does to the loop. */
    enum Exit {
        RETURN,
        BREAK,
        CONTINUE;

        static Exit of(int number) {
            return number == 1 ? BREAK : number == 2 ? CONTINUE : RETURN;
        }
    }

    @Override
    public Move enter(NodeRun run) {
        return run.meta() == null
                ? Resolving.then(target, run.variables(), value -> start(run, value))
                : begin(run, LoopNode.Target.of(run.meta()));
    }

    private Move start(NodeRun run, JsonNode value) {
        double passes = passes(value);
        if (passes < 0) {
            return Move.error("invalid_target", "Loop target in number type must be greater than 0");
        }
        if (passes > Integer.MAX_VALUE) {
            return Move.error(
                    "invalid_target", "Expected a loop target of at most 2147483647, but it is " + value.asText());
        }
        if (passes == 0 || run.node().heads().isEmpty()) {
            return Move.resolved(LoopProgress.START.outcome(collect != null));
        }
        int most = run.limits().collected();
        if (collect != null && passes > most) {
            return Move.error(
                    "collect_limit_exceeded",
                    "Expected at most %d passes of a loop that collects (%s), but it has %d: collect nothing, or raise the limit"
                            .formatted(most, Limits.COLLECTED, (long) passes));
        }
        return begin(run, new LoopNode.Target(value, (int) passes));
    }

    private static double passes(JsonNode value) {
        if (value.isNull() || value.isTextual() && value.textValue().isEmpty()) {
            return 0;
        }
        if (value.isNumber()) {
            return Math.floor(value.doubleValue());
        }
        return value.isArray() ? value.size() : 1;
    }

    /** The first look at the condition already sees the scope, which needs the frozen target in the job. */
    private Move begin(NodeRun run, LoopNode.Target frozen) {
        return new Move.Open(
                told(LoopProgress.START.filling(true)), frozen.meta(parallel, run.lastSequence()), null, NEXT);
    }

    private ObjectNode told(LoopProgress progress) {
        return progress.told(parallel > 1);
    }

    @Override
    public Move goOn(NodeRun run, int step) {
        return next(run, LoopProgress.of(run.result()).filling(false));
    }

    @Override
    public Move branchEnded(NodeRun run, Path from, int branchIndex, JobStatus status) {
        var before = LoopProgress.of(run.result());
        if (status == JobStatus.RESOLVED) {
            var ended = before.ended(true);
            return collect == null ? behind(run, ended) : collected(run, from, ended);
        }
        return switch (exit) {
            case RETURN -> new Move.End(status, before.ended(false).outcome(collect != null), null);
            case BREAK -> behind(run, before.ended(false).leaving(Leaving.BROKEN));
            case CONTINUE -> behind(run, before.ended(true));
        };
    }

    private Move collected(NodeRun run, Path from, LoopProgress ended) {
        int index = from.passes().get(from.passes().size() - 1).index();
        return Resolving.then(collect, run.variables(from), value -> {
            var kept = ended.keeping(index, value);
            long most = run.limits().resultBytes();
            return kept.keptBytes() <= most
                    ? behind(run, kept)
                    : Move.error(
                            "payload_too_large",
                            "Expected the collected results of node %s to be at most %d bytes as JSON (%s), but they are larger"
                                    .formatted(run.key(), most, Limits.RESULT_BYTES));
        });
    }

    /** The task on the way begins the next pass, but does not come where none is to begin. */
    private Move behind(NodeRun run, LoopProgress progress) {
        boolean last = progress.running() == 0 && isOver(run, progress);
        return progress.filling() && !last ? waiting(progress) : next(run, progress);
    }

    /** Whether no further pass begins. */
    private static boolean isOver(NodeRun run, LoopProgress progress) {
        return progress.leaving() != null
                || progress.looped() >= LoopNode.Target.of(run.meta()).length();
    }

    /** What comes behind {@code looped} passes: the next, or the end. */
    private Move next(NodeRun run, LoopProgress progress) {
        int index = progress.looped();
        if (isOver(run, progress)) {
            return progress.running() == 0 ? end(run, progress) : waiting(progress);
        }
        int most = run.limits().loopPasses();
        if (most > 0 && progress.done() + progress.running() >= most) {
            return next(run, progress.leaving(Leaving.EXCEEDED));
        }
        var inside = run.path().enter(run.key(), index);
        if (!checkpoint.asksBefore(index)) {
            return body(run, inside, progress);
        }
        return Resolving.then(checkpoint.condition().evaluate(run.variables(inside)), answer -> {
            if (answer.asBoolean()) {
                return body(run, inside, progress);
            }
            return checkpoint.skips()
                    ? new Move.Open(told(progress.skipped().filling(true)), null, null, NEXT)
                    : next(run, progress.leaving(Leaving.BROKEN));
        });
    }

    private Move body(NodeRun run, Path inside, LoopProgress progress) {
        var begun = progress.begun();
        boolean more = begun.running() < parallel;
        var body = new Move.Entry(run.node().heads().get(0), inside);
        return new Move.Open(told(begun.filling(more)), null, body, more ? NEXT : Move.Open.NONE);
    }

    private Move waiting(LoopProgress progress) {
        return new Move.Open(told(progress), null, null, Move.Open.NONE);
    }

    @Override
    public int lastPass(JsonNode result) {
        return result == null ? -1 : LoopProgress.of(result).looped() - 1;
    }

    @Override
    public Rewound rewound(GraphNode node, JsonNode result, Entrance entrance) {
        return new Rewound(told(LoopProgress.rewound(result, entrance.pass())), List.of());
    }

    private Move end(NodeRun run, LoopProgress progress) {
        if (progress.leaving() != Leaving.EXCEEDED) {
            return Move.resolved(progress.outcome(collect != null));
        }
        String message = "Expected at most %d passes (%s), but the loop has %d: raise the limit, or loop over less"
                .formatted(
                        run.limits().loopPasses(),
                        Limits.LOOP_PASSES,
                        LoopNode.Target.of(run.meta()).length());
        return new Move.End(
                JobStatus.ERROR, progress.outcome(collect != null).put("message", message), "loop_limit_exceeded");
    }
}
