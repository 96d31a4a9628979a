package dev.millrace.standalone.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.standalone.cluster.KillPlan.Kill;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Kills the orchestrator, a worker, the broker and the database, each a process of its own, while executions run. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterKillIT {
    private static final int EXECUTIONS = Integer.getInteger("millrace.kill.executions", 10_000);

    /** Started and not ended: enough to keep everybody busy, few enough to tell what a kill met from what came later. */
    private static final int UNDER_WAY = 1_000;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A worker commits what it has answered every 100 ms; a busy broker may take a while for it. */
    private static final Duration UNCOMMITTED = Duration.ofSeconds(1);

    @TempDir
    static Path folder;

    private static final long SEED = Long.getLong("millrace.seed", System.nanoTime());
    private static final Random RANDOM = new Random(SEED);

    private static SideEffects effects;
    private static Cluster cluster;
    private static Starts starts;

    @BeforeAll
    static void start() throws Exception {
        say("seed %d (repeat with -Dmillrace.seed=%d)", SEED, SEED);
        effects = new SideEffects();
        cluster = new Cluster(folder);
        cluster.start();
        starts = new Starts(cluster.kafka(), RANDOM);
        starts.publish(new Mix(effects).versions());
        cluster.book().watch();
    }

    @AfterAll
    static void stop() throws Exception {
        // Whatever did not come up in the start; nothing of it may outlive the test.
        if (starts != null) {
            starts.close();
        }
        cluster.close();
        effects.close();
    }

    @Test
    @Order(1)
    void shouldRunAStepElsewhereWhenItsWorkerIsKilledInTheMidstOfIt() throws Exception {
        // given
        var execution = starts.start("held", 0);
        var job = execution + ".1";
        await().atMost(PATIENCE).until(() -> effects.counts().getOrDefault(job, 0) == 1);

        // when
        cluster.killWorker(0);
        cluster.startWorker(1);
        await().atMost(PATIENCE).until(() -> effects.counts().get(job) == 2);
        effects.release();

        // then
        await().atMost(PATIENCE).until(() -> cluster.book().ended(List.of("held")) == 1);
        assertThat(cluster.book()
                        .number("select attempt from orchestrator.job where execution_id = '" + execution + "'"))
                .as("the same attempt of the same job")
                .isEqualTo(1);
        assertThat(cluster.book().executionsByStatus()).containsEntry("held RESOLVED", 1L);
        cluster.startWorker(0);
    }

    @Test
    @Order(2)
    void shouldLoseNothingOfTenThousandExecutionsWhenEverythingIsKilledOnce() throws Exception {
        // given
        cluster.awaitSettled();
        effects.counts().clear();
        var plan = new ArrayList<>(KillPlan.random(EXECUTIONS, RANDOM));
        var kills = new ArrayList<Kill>();
        long begun = System.nanoTime();

        // when
        int started = 0;
        long ended = 0;
        while (ended < EXECUTIONS) {
            for (; started < EXECUTIONS && started - ended < UNDER_WAY; started++) {
                starts.start(Mix.STARTED.get(started % Mix.STARTED.size()), started);
            }
            if (!plan.isEmpty() && ended >= plan.get(0).after()) {
                kills.add(kill(plan.remove(0)));
            }
            ended = awaitMore(ended);
        }

        // then
        say("%d executions in %d s", EXECUTIONS, (System.nanoTime() - begun) / 1_000_000_000);
        assertThat(kills).hasSize(Cluster.Part.values().length);
        assertEverythingEndedOnce();
        assertEffects(kills);
    }

    /** On the console, beside the result: whoever reads the build's output sees what was killed and what it met. */
    private static void say(String format, Object... values) {
        // console output below
        System.out.printf(format + "%n", values);
        // console output above
    }

    private static Kill kill(KillPlan planned) throws InterruptedException {
        cluster.kill(planned.part());
        var at = Instant.now();
        cluster.restart(planned.part());
        cluster.awaitSettled();
        var kill = new Kill(planned.part(), planned.after(), at, Instant.now());
        say(
                "killed the %s when %d had ended; settled after %d ms",
                kill.part(),
                kill.after(),
                Duration.between(kill.at(), kill.settled()).toMillis());
        return kill;
    }

    private static long awaitMore(long than) {
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(SQLException.class)
                .until(() -> cluster.book().ended(Mix.STARTED), ended -> ended > than);
    }

    private static void assertEverythingEndedOnce() throws SQLException {
        var book = cluster.book();
        Map<String, Long> statuses = new HashMap<>();
        Map<String, Long> jobs = new HashMap<>();
        for (int i = 0; i < EXECUTIONS; i++) {
            var key = Mix.STARTED.get(i % Mix.STARTED.size());
            count(key, statuses, jobs);
            if (key.equals("calling")) {
                count("called", statuses, jobs);
            }
        }
        statuses.put("held RESOLVED", 1L);
        jobs.put("held 1", 1L);
        assertThat(book.executionsByStatus())
                .as("none lost, none stuck; reasons of those that failed: %s", book.reasons())
                .isEqualTo(statuses);
        assertThat(book.executionsByJobs()).as("each job once").isEqualTo(jobs);
        assertThat(book.number("select count(*) from orchestrator.job where status = 'PENDING'"))
                .as("jobs that wait")
                .isZero();
        await().atMost(PATIENCE).until(() -> book.number("select count(*) from orchestrator.timer") == 0);
        await().atMost(PATIENCE).until(() -> book.number("select count(*) from orchestrator.errand") == 0);
        assertThat(book.number("select count(*) from changed_after_end"))
                .as("jobs changed after their end")
                .isZero();
    }

    private static void count(String key, Map<String, Long> statuses, Map<String, Long> jobs) {
        statuses.merge(key + " RESOLVED", 1L, Long::sum);
        jobs.merge(key + " " + Mix.JOBS.get(key), 1L, Long::sum);
    }

    private static void assertEffects(List<Kill> kills) throws SQLException {
        var steps = cluster.book().steps(Mix.JOBS.keySet());
        assertThat(effects.counts().keySet()).as("steps with side effects").isEqualTo(steps.keySet());
        var repeated = effects.counts().keySet().stream()
                .filter(job -> effects.counts().get(job) > 1)
                .toList();
        var elsewhere = new ArrayList<>(repeated);
        for (var kill : kills) {
            var inFlight = repeated.stream()
                    .filter(job -> steps.get(job).overlaps(kill.at().minus(UNCOMMITTED), kill.at()))
                    .toList();
            var inItsWake = repeated.stream()
                    .filter(job -> steps.get(job).overlaps(kill.at().minus(UNCOMMITTED), kill.settled()))
                    .toList();
            elsewhere.removeAll(inItsWake);
            say(
                    "%s: %d of the repeated steps were in flight, %d more until work had moved",
                    kill.part(), inFlight.size(), inItsWake.size() - inFlight.size());
        }
        say(
                "%d steps, %d side effects, %d steps repeated, %d refused once; repeated outside of every kill: %d %s",
                steps.size(),
                effects.total(),
                repeated.size(),
                effects.refusals(),
                elsewhere.size(),
                elsewhere.stream()
                        .limit(5)
                        .map(job -> job + " " + steps.get(job))
                        .toList());
        assertThat(elsewhere).as("repeated though no kill met them").isEmpty();
    }
}
