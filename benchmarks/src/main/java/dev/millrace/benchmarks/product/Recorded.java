package dev.millrace.benchmarks.product;

import dev.millrace.benchmarks.measure.Latency;
import java.time.Instant;

/** What the product has durably recorded about the executions of a workflow. */
public interface Recorded {

    /** Executions that have ended: as they should, and in any other way. */
    record Ended(long resolved, long otherwise) {
        public long all() {
            return resolved + otherwise;
        }
    }

    Ended ended(String workflowKey);

    /** Only those that were started since then: what is asked over and over must cost the product little. */
    Ended ended(String workflowKey, Instant since);

    /** Why one of them ended otherwise than it should, as far as it is known. */
    String reasonOfOne(String workflowKey);

    /** When half and 99 % of the executions that ended since {@code begin} were done, counted from {@code begin}. */
    Latency completion(String workflowKey, Instant begin);
}
