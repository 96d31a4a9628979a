package dev.millrace.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.engine.node.ControlNodes;
import dev.millrace.orchestrator.engine.state.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Random workflows of all control nodes under random orders of results, repeats, late timers and everything people may ask
 * for, reruns included. The harness checks every single advance, live state against the state that the rows tell among it;
 * here the whole way is checked: nothing gets stuck, nothing is left over, and the same inputs lead to the same rows. A seed
 * can be given with {@code -Dengine.seed=...}, that of a single workflow with {@code -Dengine.workflow=...}.
 */
class RandomWorkflowTest {
    private static final int WORKFLOWS = 10_000;

    /** Every so many are played a second time: that the same inputs give the same changes is checked for each advance, too. */
    private static final int PLAYED_AGAIN = 25;

    private static final int MOST_RERUNS = 2;

    private final Map<String, Integer> acts = new TreeMap<>();
    private final Map<String, Integer> types = new TreeMap<>();

    @Test
    void shouldBringEveryExecutionToAnEnd() {
        // given
        Long only = Long.getLong("engine.workflow");
        if (only != null) {
            run(only, true);
            return;
        }
        long seed = Long.getLong("engine.seed", System.nanoTime());
        var seeds = new SplittableRandom(seed);

        // when
        for (int i = 0; i < WORKFLOWS; i++) {
            long one = seeds.nextLong();
            try {
                run(one, i % PLAYED_AGAIN == 0);
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("seed %d, workflow %d with seed %d".formatted(seed, i, one), failure);
            }
        }

        // then
        assertThat(acts)
                .as("what people did to them, seed " + seed)
                .containsKeys(
                        "cancel",
                        "pause",
                        "resume",
                        "resumeJob",
                        "retry",
                        "rerun",
                        "rerun edited",
                        "rerun refused",
                        "queued")
                .allSatisfy((action, count) -> assertThat(count).as(action).isGreaterThan(50));
        assertThat(types)
                .as("nodes that ran, seed " + seed)
                .containsKeys(ControlNodes.descriptors().stream()
                        .map(NodeTypeDescriptor::type)
                        .toArray(String[]::new))
                .allSatisfy((type, count) -> assertThat(count).as(type).isGreaterThan(50));
    }

    private void run(long seed, boolean again) {
        // given
        WorkflowGraph graph =
                new RandomWorkflow(new SplittableRandom(seed)).draw().graph();

        // when
        var played = play(graph, seed);

        // then
        played.forEach(RandomWorkflowTest::check);
        if (again) {
            assertThat(play(graph, seed))
                    .usingElementComparator(RandomWorkflowTest::compare)
                    .isEqualTo(played);
        }
        for (EngineHarness execution : played) {
            execution.header().steering().acts().forEach(act -> count(acts, act.action()));
            execution.jobs().forEach(job -> count(types, job.type()));
        }
    }

    private static int compare(EngineHarness one, EngineHarness other) {
        return one.jobs().equals(other.jobs()) && one.header().equals(other.header()) ? 0 : 1;
    }

    private static void count(Map<String, Integer> counts, String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** @return the execution, and reruns of it and of each other */
    private List<EngineHarness> play(WorkflowGraph graph, long seed) {
        var random = new SplittableRandom(seed ^ 1);
        var limits = limits(random);
        var execution = new EngineHarness(graph, limits);
        var all = new ArrayList<>(List.of(execution));
        if (random.nextInt(8) == 0) {
            execution.queue(event(execution, random));
            count(acts, "queued");
        } else {
            execution.start(event(execution, random));
        }
        for (int i = 0; i < all.size(); i++) {
            var one = all.get(i);
            new RandomPlay(one, random).play(() -> {
                if (all.size() <= MOST_RERUNS && random.nextInt(3) == 0) {
                    rerun(one, limits, random, all);
                }
            });
        }
        return all;
    }

    private static Limits limits(RandomGenerator random) {
        boolean tight = random.nextInt(10) == 0;
        int turn = 1 + random.nextInt(20);
        return tight ? new Limits(turn, 60, 3, 30, 2) : new Limits(turn, 1_000_000, 0);
    }

    private static TriggerEvent event(EngineHarness execution, RandomGenerator random) {
        var detail = random.nextBoolean() ? ReplyAddress.Detail.OUTCOME : ReplyAddress.Detail.EXECUTION;
        var event = EngineHarness.event("{'data':{'n':1}}", new ReplyAddress("here", "c", detail));
        return new TriggerEvent(
                event.executionId(),
                event.workflowId(),
                event.workflowKey(),
                event.eventKey(),
                event.context(),
                event.stack(),
                event.replyTo(),
                null,
                event.occurredAt(),
                random.nextInt(8) > 0 ? null : execution.now().plusSeconds(1 + random.nextInt(60)));
    }

    /** From any node that it may or may not have reached, with the same or another context. */
    private void rerun(EngineHarness earlier, Limits limits, RandomGenerator random, List<EngineHarness> all) {
        if (earlier.header().startedAt() == null) {
            return;
        }
        var jobs = earlier.jobs();
        var job = jobs.isEmpty() ? null : jobs.get(random.nextInt(jobs.size()));
        String nodeKey = job == null || random.nextInt(4) == 0 ? "n" + random.nextInt(12) : job.nodeKey();
        String path = job == null || random.nextBoolean() ? null : job.path().toString();
        var origin = earlier.origin(random.nextInt(10) == 0 ? null : nodeKey, path);
        boolean edited = random.nextBoolean();
        var later = new EngineHarness(earlier.graph(), limits);
        later.rerunOf(earlier, origin, EngineHarness.event(edited ? "{'data':{'n':5}}" : "{'data':{'n':1}}", null));
        var refusal = later.engine().refusal(earlier.graph(), origin);
        if (refusal.isPresent()) {
            assertThat(later.header().reason()).isEqualTo(refusal.get());
            assertThat(later.jobs()).isEmpty();
            count(acts, "rerun refused");
            return;
        }
        count(acts, edited ? "rerun edited" : "rerun same");
        checkTakenOver(earlier, later);
        all.add(later);
    }

    /** What is taken over is as it was, but for the nodes around, which are open again. */
    private static void checkTakenOver(EngineHarness earlier, EngineHarness later) {
        int last = later.header().steering().rerunOf().lastSequence();
        var before = earlier.jobs();
        for (Job job : later.jobs()) {
            if (job.sequence() <= last) {
                assertThat(before)
                        .anyMatch(old -> old.equals(job) || old.sequence() == job.sequence() && isHolder(job));
            }
        }
    }

    private static boolean isHolder(Job job) {
        return ControlNodes.isBranching(job.type());
    }

    private static void check(EngineHarness execution) {
        assertThat(execution.status().ended()).isTrue();
        assertThat(execution.jobs()).noneMatch(Job::pending);
        assertThat(execution.timers()).isEmpty();
        assertThat(execution.waiting()).isEmpty();
        boolean awaited = execution.header().replyTo() != null;
        assertThat(execution.callsAnswered()).isEqualTo(awaited ? 1 : 0);
        assertThat(execution.answers().isEmpty()).isEqualTo(!awaited);
        if (execution.status() != ExecutionStatus.RESOLVED && execution.status() != ExecutionStatus.FAILED) {
            assertThat(execution.header().reason())
                    .as("why it is " + execution.status())
                    .isNotNull();
        }
        checkEveryCall(execution);
    }

    /** A workflow that was called has told its end to the job that waited, or was told that nobody waits. */
    private static void checkEveryCall(EngineHarness execution) {
        assertThat(execution.calls()).extracting(TriggerEvent::eventKey).doesNotHaveDuplicates();
        assertThat(execution.aborts())
                .extracting(ExecutionCommand.Abort::executionId)
                .doesNotHaveDuplicates();
        for (var call : execution.calls()) {
            boolean aborted = execution.aborts().stream()
                    .anyMatch(abort -> abort.executionId().equals(call.executionId()));
            boolean awaited = call.replyTo() != null;
            assertThat(aborted).isEqualTo(awaited && !execution.hasReturned(call));
        }
    }
}
