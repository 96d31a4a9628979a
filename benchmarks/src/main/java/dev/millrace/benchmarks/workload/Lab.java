package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.BenchFailure;
import dev.millrace.benchmarks.load.WebhookLoad;
import dev.millrace.benchmarks.load.WebhookLoad.Amount;
import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Figure.Manner;
import dev.millrace.benchmarks.measure.Target;
import dev.millrace.benchmarks.product.Api;
import dev.millrace.benchmarks.product.Recorded;
import dev.millrace.benchmarks.standalone.JustInTimeCompiler;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * What a workload works with.
 *
 * @param compiler of the product's JVM
 * @param kafka bootstrap servers
 * @param shopJdbcUrl the captured data source
 * @param paced how long a paced load lasts
 */
public record Lab(
        Api api,
        Recorded recorded,
        WebhookLoad webhooks,
        JustInTimeCompiler compiler,
        String kafka,
        String shopJdbcUrl,
        Duration paced) {
    private static final Duration START_AT_MOST = Duration.ofSeconds(60);

    /** Repeats the load that is measured afterwards; see {@link WarmUp#run}. */
    int warmUp(WarmUp warmUp, String id, String what, DoubleSupplier round) {
        return warmUp.run(id, what, compiler::worked, round);
    }

    /** Calls the webhook of a synchronous workflow one at a time; each execution does {@code units} of work. */
    Figure oneAtATime(Figure.Named named, String workflowKey, int calls, int units, Target target) {
        var answered = webhooks.run(1, workflowKey, new Amount(calls, START_AT_MOST));
        return named.figure(answered.latency(), answered.rate() * units, Manner.ONE_AT_A_TIME, target);
    }

    /** Starts so many executions at once through the webhook and waits until the last is recorded. */
    Bursts.Outcome burst(String workflowKey, int clients, int size) {
        return new Bursts(recorded).run(workflowKey, size, () -> {
            int accepted = webhooks.run(clients, workflowKey, new Amount(size, START_AT_MOST))
                    .count();
            if (accepted < size) {
                throw new BenchFailure("Expected " + size + " starts within " + START_AT_MOST.toSeconds() + " s, but "
                        + accepted + " were accepted");
            }
        });
    }

    /** A workflow that does less than it should would measure fast. */
    void expectJobs(String workflowKey, int jobs) {
        int found = api.jobsOfOne(workflowKey);
        if (found != jobs) {
            throw new BenchFailure("Expected " + jobs + " jobs on record for an execution of " + workflowKey
                    + ", but there are " + found);
        }
    }

    /** What the book says must be what the product tells its users, no execution lost and none doubled. */
    void expectResolved(String workflowKey, long executions) {
        long told = api.countResolved(workflowKey);
        long held = recorded.ended(workflowKey).resolved();
        if (told != executions || held != executions) {
            throw new BenchFailure("Expected " + executions + " executions of " + workflowKey
                    + " to be RESOLVED, but the API " + "tells of " + told + " and the database holds " + held);
        }
    }
}
