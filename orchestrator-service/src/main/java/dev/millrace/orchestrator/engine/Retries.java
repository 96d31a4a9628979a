package dev.millrace.orchestrator.engine;

import dev.millrace.model.document.RetryPolicy;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.state.Job;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Whether and when a failed attempt is followed by another. */
final class Retries {
    /** What a person decided is not asked again. */
    private static final Set<JobStatus> WORTHWHILE =
            EnumSet.of(JobStatus.FAILED, JobStatus.ERROR, JobStatus.ABORTED, JobStatus.RETRY_NEEDED);

    /** Up to a fifth is added, so that steps that failed together do not come back together. */
    private static final double JITTER = 0.2;

    private static final double LONGEST = Duration.ofDays(365).toMillis();

    /** In ms; with none at all a timer that comes twice could not be told from that of the next attempt. */
    private static final double SHORTEST = 1;

    private Retries() {}

    /**
     * The wait before the next attempt.
     *
     * @param policy null for none
     */
    static Optional<Duration> next(RetryPolicy policy, String executionId, Job job, Outcome outcome) {
        boolean tries = policy != null
                && job.attempt() < policy.maxAttempts()
                && WORTHWHILE.contains(outcome.status())
                && (policy.on() == null || policy.on().contains(outcome.retryCode()));
        return tries ? Optional.of(wait(policy, executionId, job)) : Optional.empty();
    }

    private static Duration wait(RetryPolicy policy, String executionId, Job job) {
        double factor = policy.backoff() == RetryPolicy.Backoff.EXPONENTIAL ? Math.pow(2, job.attempt() - 1) : 1;
        double jitter = 1 + JITTER * Derived.fraction(executionId, job.sequence(), job.attempt());
        double bound = policy.maxDelay() == null ? LONGEST : Math.min(LONGEST, policy.maxDelay());
        return Duration.ofMillis((long) Math.max(SHORTEST, Math.min(bound, policy.delay() * factor * jitter)));
    }
}
