package dev.millrace.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.json.Json;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.TimerKey;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Brings one execution to its end: results in any order, timers in time, late or out of turn, repeats, and whatever people
 * may ask for at any moment.
 */
final class RandomPlay {
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

    private final EngineHarness execution;
    private final RandomGenerator random;

    RandomPlay(EngineHarness execution, RandomGenerator random) {
        this.execution = execution;
        this.random = random;
    }

    /** @param meanwhile what else is done to it, between inputs and once it has ended */
    void play(Runnable meanwhile) {
        for (int i = 0; i < MOST_INPUTS && !hasEnded(); i++) {
            checkNothingIsForgotten();
            disturb();
            move();
            if (random.nextInt(40) == 0) {
                meanwhile.run();
            }
            if (hasEnded()) {
                retry();
            }
        }
        disturb();
        meanwhile.run();
    }

    private boolean hasEnded() {
        return execution.status().ended();
    }

    private void steer(ExecutionCommand command) {
        execution.one(new Input.Steer(command));
    }

    /** What an execution says it waits for is what the rest of the world knows of. */
    private void checkNothingIsForgotten() {
        assertThat(execution.waiting()).isNotEmpty();
        for (Waiting wait : execution.waiting()) {
            switch (wait.kind()) {
                case TURN -> assertThat(execution.proceeds()).isNotEmpty();
                case SLOT -> assertThat(execution.status()).isEqualTo(ExecutionStatus.QUEUED);
                case WORKFLOW ->
                    assertThat(execution.calls())
                            .anyMatch(call -> call.replyTo() != null
                                    && call.replyTo().jobId().equals(wait.jobId())
                                    && execution.isAwaited(call));
                case RESUME -> assertThat(execution.header().paused()).isTrue();
                case TIMER -> assertThat(execution.timers().values()).contains(wait.until());
                default ->
                    assertThat(execution.commands())
                            .anyMatch(command -> command.jobId().equals(wait.jobId()) && isAwaited(command));
            }
        }
    }

    /** Something that moves the execution on. */
    private void move() {
        if (hasEnded()) {
            return;
        }
        if (execution.status() == ExecutionStatus.QUEUED) {
            begin();
            return;
        }
        if (execution.header().paused() && random.nextInt(3) == 0) {
            int taken = execution.header().steering().taken();
            steer(new ExecutionCommand.Resume(EngineHarness.ID, "ann", taken));
            return;
        }
        if (!execution.proceeds().isEmpty() && random.nextInt(3) > 0) {
            steer(execution.proceeds().remove());
            return;
        }
        answer();
    }

    /** Its turn in the queue has come, or it gets none. */
    private void begin() {
        var refusal = random.nextInt(6) > 0 ? null : EndReason.of("concurrency_limit", "Expected a slot");
        steer(new ExecutionCommand.Begin(EngineHarness.ID, refusal));
    }

    private void answer() {
        var asked =
                execution.commands().stream().filter(this::isAwaited).distinct().toList();
        var called = execution.calls().stream().filter(execution::isAwaited).toList();
        if (!called.isEmpty() && random.nextInt(3) > 0) {
            execution.one(returned(oneOf(called)));
        } else if (!asked.isEmpty() && random.nextInt(4) > 0) {
            execution.one(result(oneOf(asked)));
        } else if (!execution.timers().isEmpty()) {
            passTime();
        } else if (!called.isEmpty()) {
            execution.one(returned(called.get(0)));
        } else if (asked.isEmpty()) {
            execution.proceed();
            resumeIfPaused();
        } else {
            execution.one(result(asked.get(0)));
        }
    }

    private void resumeIfPaused() {
        if (execution.header().paused()) {
            execution.sleep(Duration.ofSeconds(30));
            execution.resume();
        }
    }

    private void passTime() {
        if (random.nextInt(3) == 0) {
            oversleep();
            return;
        }
        var next = execution.timers().values().stream()
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var wait = Duration.between(execution.now(), next);
        execution.sleep(wait.isNegative() ? Duration.ZERO : wait);
    }

    /** The sweep was down for a while, and finds what is due in any order. */
    private void oversleep() {
        execution.jump(Duration.ofMillis(random.nextInt(60_000)));
        var due = new ArrayList<TimerKey>();
        execution.timers().forEach((key, at) -> {
            if (!at.isAfter(execution.now())) {
                due.add(key);
            }
        });
        Collections.shuffle(due, new Random(random.nextLong()));
        for (TimerKey key : due) {
            if (execution.timers().containsKey(key)) {
                execution.sweep(key);
            }
        }
    }

    /** Something that must do no harm: repeats, results of older attempts, timers out of turn; and what people do. */
    private void disturb() {
        switch (random.nextInt(16)) {
            case 0 -> execution.one(new Input.Start(EngineHarness.event("{}", null)));
            case 1 -> repeatOldResult();
            case 2 -> timerOutOfTurn();
            case 3 -> steer(new ExecutionCommand.Proceed(EngineHarness.ID, random.nextInt(5)));
            case 4 -> stop();
            case 5 -> pause();
            case 6 -> hurry();
            case 7 -> endJobFromOutside();
            case 8 -> repeatOldReturn();
            case 9 -> resumeWithoutPause();
            case 10 -> execution.jump(Duration.ofMillis(random.nextInt(3_000) - 1_000L));
            default -> {
                // a quiet moment
            }
        }
    }

    /** A cancel, or a caller that no longer waits. */
    private void stop() {
        int dice = random.nextInt(60);
        if (dice < 3) {
            steer(new ExecutionCommand.Cancel(EngineHarness.ID, "ann"));
        } else if (dice == 3) {
            var header = execution.header();
            steer(new ExecutionCommand.Abort(
                    header.id(), header.workflowId(), header.workflowKey(), header.eventKey(), "p1", "Nobody waits"));
        } else if (dice < 6) {
            int otherRun = execution.header().steering().run() + 1;
            steer(new ExecutionCommand.Cancel(EngineHarness.ID, "ann", otherRun));
        }
    }

    private void pause() {
        if (random.nextInt(4) == 0) {
            int taken = execution.header().steering().taken() - random.nextInt(2);
            steer(new ExecutionCommand.Pause(EngineHarness.ID, "ann", taken));
        }
    }

    private void resumeWithoutPause() {
        if (!execution.header().paused()) {
            int taken = execution.header().steering().taken();
            var advance = execution.one(new Input.Steer(new ExecutionCommand.Resume(EngineHarness.ID, "ann", taken)));
            assertThat(advance.changes()).isEmpty();
        }
    }

    /** A retry of an execution under way; of a wrong moment now and then. */
    private void hurry() {
        if (!hasEnded()) {
            long advance = execution.header().advance() - random.nextInt(2);
            execution.one(new Input.Retry(new ExecutionCommand.Retry(EngineHarness.ID, "ann", advance), List.of()));
        }
    }

    /** Retries what ended badly, a bounded number of times, and goes on; so that executions end in the end. */
    private void retry() {
        if (execution.header().steering().run() >= MOST_RETRIES || random.nextInt(3) == 0) {
            return;
        }
        var before = execution.header();
        execution.one(execution.retryInput());
        boolean possible = SteerRetry.accepts(before.status(), before.steering());
        assertThat(execution.header().steering().run())
                .isEqualTo(before.steering().run() + (possible ? 1 : 0));
    }

    /** Somebody outside ends a job, if it can be ended so. */
    private void endJobFromOutside() {
        var jobs = execution.jobs();
        if (jobs.isEmpty() || random.nextInt(5) > 0) {
            return;
        }
        var job = oneOf(jobs);
        steer(new ExecutionCommand.ResumeJob(
                EngineHarness.ID, job.id(EngineHarness.ID), job.attempt(), "ann", oneOf(ENDS), Json.object()));
    }

    private void repeatOldResult() {
        var done = new ArrayList<>(execution.commands());
        done.removeIf(this::isAwaited);
        if (!done.isEmpty()) {
            assertThat(execution.one(result(oneOf(done))).changes()).isEmpty();
        }
    }

    private void repeatOldReturn() {
        var done = new ArrayList<>(execution.calls());
        done.removeIf(call -> call.replyTo() == null || execution.isAwaited(call));
        if (!done.isEmpty()) {
            assertThat(execution.one(returned(oneOf(done))).changes()).isEmpty();
        }
    }

    private void timerOutOfTurn() {
        int sequence = random.nextInt(execution.header().lastSequence() + 1);
        steer(new ExecutionCommand.TimerDue(
                EngineHarness.ID, new TimerKey(sequence, oneOf(List.of(TimerKey.Kind.values())))));
    }

    private Input returned(TriggerEvent call) {
        return EngineHarness.ended(call, oneOf(ENDS), "7");
    }

    private boolean isAwaited(StepCommand command) {
        return execution.state().pending().values().stream()
                .anyMatch(job -> job.dispatched()
                        && job.id(EngineHarness.ID).equals(command.jobId())
                        && job.attempt() == command.attempt());
    }

    private Input result(StepCommand command) {
        var value = Json.NODES.numberNode(random.nextInt(100));
        return new Input.StepEnded(new StepResult(
                command.executionId(), command.jobId(), command.attempt(), oneOf(ENDS), value, "code", null));
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
