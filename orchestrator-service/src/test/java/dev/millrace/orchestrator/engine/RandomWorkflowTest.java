package dev.millrace.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.json.Json;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.TimerKey;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.engine.state.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Random workflows under random orders of results, repeats, late timers and everything people may ask for. The harness checks every single
 * advance; here the whole way is checked: nothing gets stuck, nothing is left over, and the same inputs lead to the same
 * rows. A seed can be given with {@code -Dengine.seed=...}.
 */
class RandomWorkflowTest {
    private static final int WORKFLOWS = 2_000;
    private static final int MOST_INPUTS = 5_000;
    private static final int MOST_RETRIES = 3;
    private static final List<JobStatus> ENDS = List.of(
            JobStatus.RESOLVED,
            JobStatus.RESOLVED,
            JobStatus.RESOLVED,
            JobStatus.RESOLVED,
            JobStatus.FAILED,
            JobStatus.ERROR,
            JobStatus.REJECTED);

    @Test
    void shouldBringEveryExecutionToAnEnd() {
        long seed = Long.getLong("engine.seed", System.nanoTime());
        var seeds = new SplittableRandom(seed);
        int ended = 0;
        var acts = new TreeMap<String, Integer>();
        for (int i = 0; i < WORKFLOWS; i++) {
            long one = seeds.nextLong();
            try {
                ended += run(one, acts);
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("seed %d, workflow %d with seed %d".formatted(seed, i, one), failure);
            }
        }
        assertThat(ended).as("executions that ended, seed " + seed).isEqualTo(WORKFLOWS);
        assertThat(acts)
                .as("what people did to them, seed " + seed)
                .containsKeys("cancel", "pause", "resume", "resumeJob", "retry")
                .allSatisfy((action, count) -> assertThat(count).as(action).isGreaterThan(10));
    }

    private static int run(long seed, Map<String, Integer> acts) {
        // given
        WorkflowGraph graph =
                new RandomWorkflow(new SplittableRandom(seed)).draw().graph();

        // when
        EngineHarness execution = play(graph, seed);
        EngineHarness again = play(graph, seed);

        // then
        assertThat(again.jobs()).isEqualTo(execution.jobs());
        assertThat(again.header()).isEqualTo(execution.header());
        assertThat(execution.status().ended()).isTrue();
        assertThat(execution.jobs()).noneMatch(Job::pending);
        assertThat(execution.timers()).isEmpty();
        assertThat(execution.waiting()).isEmpty();
        assertThat(execution.answers()).hasSizeGreaterThanOrEqualTo(1);
        assertThat(execution.callsAnswered()).isEqualTo(1);
        checkEveryCall(execution);
        execution.header().steering().acts().forEach(act -> acts.merge(act.action(), 1, Integer::sum));
        return 1;
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

    private static EngineHarness play(WorkflowGraph graph, long seed) {
        var random = new SplittableRandom(seed ^ 1);
        var execution = new EngineHarness(graph, new Limits(1 + random.nextInt(20), 1_000_000, 0));
        var detail = random.nextBoolean() ? ReplyAddress.Detail.OUTCOME : ReplyAddress.Detail.EXECUTION;
        execution.start(EngineHarness.event("{'data':{}}", new ReplyAddress("here", "c", detail)));
        for (int i = 0; i < MOST_INPUTS && !execution.status().ended(); i++) {
            checkNothingIsForgotten(execution);
            disturb(execution, random);
            move(execution, random);
            if (execution.status().ended()) {
                retry(execution, random);
            }
        }
        disturb(execution, random);
        return execution;
    }

    /** Retries what ended badly, a bounded number of times, and goes on; so that executions end in the end. */
    private static void retry(EngineHarness execution, RandomGenerator random) {
        if (execution.header().steering().run() >= MOST_RETRIES || random.nextInt(3) == 0) {
            return;
        }
        var before = execution.header();
        execution.one(execution.retryInput());
        boolean possible = SteerRetry.accepts(before.status(), before.steering());
        assertThat(execution.header().steering().run())
                .isEqualTo(before.steering().run() + (possible ? 1 : 0));
    }

    /** What an execution says it waits for is what the rest of the world knows of. */
    private static void checkNothingIsForgotten(EngineHarness execution) {
        assertThat(execution.waiting()).isNotEmpty();
        for (Waiting wait : execution.waiting()) {
            switch (wait.kind()) {
                case TURN -> assertThat(execution.proceeds()).isNotEmpty();
                case WORKFLOW ->
                    assertThat(execution.calls())
                            .anyMatch(call -> call.replyTo() != null
                                    && call.replyTo().jobId().equals(wait.jobId())
                                    && execution.isAwaited(call));
                case RESUME -> assertThat(execution.header().paused()).isTrue();
                case TIMER -> assertThat(execution.timers().values()).contains(wait.until());
                default ->
                    assertThat(execution.commands())
                            .anyMatch(command -> command.jobId().equals(wait.jobId()) && isAwaited(execution, command));
            }
        }
    }

    /** Something that moves the execution on. */
    private static void move(EngineHarness execution, RandomGenerator random) {
        if (execution.status().ended()) {
            return;
        }
        if (execution.header().paused() && random.nextInt(3) == 0) {
            execution.one(new Input.Steer(new ExecutionCommand.Resume(
                    EngineHarness.ID, "ann", execution.header().steering().taken())));
            return;
        }
        if (!execution.proceeds().isEmpty() && random.nextInt(3) > 0) {
            execution.one(new Input.Steer(execution.proceeds().remove()));
            return;
        }
        var asked = execution.commands().stream()
                .filter(command -> isAwaited(execution, command))
                .distinct()
                .toList();
        var called = execution.calls().stream().filter(execution::isAwaited).toList();
        if (!called.isEmpty() && random.nextInt(3) > 0) {
            execution.one(returned(called.get(random.nextInt(called.size())), random));
        } else if (!asked.isEmpty() && random.nextInt(4) > 0) {
            execution.one(result(asked.get(random.nextInt(asked.size())), random));
        } else if (!execution.timers().isEmpty()) {
            sleep(execution);
        } else if (!called.isEmpty()) {
            execution.one(returned(called.get(0), random));
        } else if (asked.isEmpty()) {
            execution.proceed();
            resumeIfPaused(execution);
        } else {
            execution.one(result(asked.get(0), random));
        }
    }

    private static void resumeIfPaused(EngineHarness execution) {
        if (execution.header().paused()) {
            execution.sleep(Duration.ofSeconds(30));
            execution.resume();
        }
    }

    private static void sleep(EngineHarness execution) {
        var next = execution.timers().values().stream()
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var wait = Duration.between(execution.now(), next);
        execution.sleep(wait.isNegative() ? Duration.ZERO : wait);
    }

    /** Something that must do no harm: repeats, results of older attempts, timers out of turn; now and then a cancel. */
    private static void disturb(EngineHarness execution, RandomGenerator random) {
        switch (random.nextInt(12)) {
            case 0 -> execution.one(new Input.Start(EngineHarness.event("{}", null)));
            case 1 -> old(execution, random);
            case 2 -> outOfTurn(execution, random);
            case 3 -> execution.one(new Input.Steer(new ExecutionCommand.Proceed(EngineHarness.ID, random.nextInt(5))));
            case 4 -> {
                if (random.nextInt(20) == 0) {
                    execution.one(new Input.Steer(new ExecutionCommand.Cancel(EngineHarness.ID, "ann")));
                }
            }
            case 5 -> {
                if (random.nextInt(4) == 0) {
                    int taken = execution.header().steering().taken() - random.nextInt(2);
                    execution.one(new Input.Steer(new ExecutionCommand.Pause(EngineHarness.ID, "ann", taken)));
                }
            }
            case 6 -> hurry(execution, random);
            case 7 -> outside(execution, random);
            case 8 -> late(execution, random);
            default -> {
                // a quiet moment
            }
        }
    }

    /** A retry of an execution under way; of a wrong moment now and then. */
    private static void hurry(EngineHarness execution, RandomGenerator random) {
        if (!execution.status().ended()) {
            long advance = execution.header().advance() - random.nextInt(2);
            execution.one(new Input.Retry(new ExecutionCommand.Retry(EngineHarness.ID, "ann", advance), List.of()));
        }
    }

    /** Somebody outside ends a job, if it can be ended so. */
    private static void outside(EngineHarness execution, RandomGenerator random) {
        var jobs = execution.jobs();
        if (jobs.isEmpty() || random.nextInt(5) > 0) {
            return;
        }
        var job = jobs.get(random.nextInt(jobs.size()));
        var status = ENDS.get(random.nextInt(ENDS.size()));
        execution.one(new Input.Steer(new ExecutionCommand.ResumeJob(
                EngineHarness.ID, job.id(EngineHarness.ID), job.attempt(), "ann", status, Json.object())));
    }

    private static void old(EngineHarness execution, RandomGenerator random) {
        var done = new ArrayList<>(execution.commands());
        done.removeIf(command -> isAwaited(execution, command));
        if (!done.isEmpty()) {
            var advance = execution.one(result(done.get(random.nextInt(done.size())), random));
            assertThat(advance.changes()).isEmpty();
        }
    }

    private static void late(EngineHarness execution, RandomGenerator random) {
        var done = new ArrayList<>(execution.calls());
        done.removeIf(call -> call.replyTo() == null || execution.isAwaited(call));
        if (!done.isEmpty()) {
            var advance = execution.one(returned(done.get(random.nextInt(done.size())), random));
            assertThat(advance.changes()).isEmpty();
        }
    }

    private static Input returned(TriggerEvent call, RandomGenerator random) {
        return EngineHarness.ended(call, ENDS.get(random.nextInt(ENDS.size())), "7");
    }

    private static void outOfTurn(EngineHarness execution, RandomGenerator random) {
        var kinds = TimerKey.Kind.values();
        var key = new TimerKey(
                random.nextInt(execution.header().lastSequence() + 1), kinds[random.nextInt(kinds.length)]);
        execution.one(new Input.Steer(new ExecutionCommand.TimerDue(EngineHarness.ID, key)));
    }

    private static boolean isAwaited(EngineHarness execution, StepCommand command) {
        return execution.state().pending().values().stream()
                .anyMatch(job -> job.dispatched()
                        && job.id(EngineHarness.ID).equals(command.jobId())
                        && job.attempt() == command.attempt());
    }

    private static Input result(StepCommand command, RandomGenerator random) {
        var status = ENDS.get(random.nextInt(ENDS.size()));
        var value = Json.NODES.numberNode(random.nextInt(100));
        return new Input.StepEnded(
                new StepResult(command.executionId(), command.jobId(), command.attempt(), status, value, "code", null));
    }
}
