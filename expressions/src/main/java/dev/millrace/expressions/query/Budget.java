package dev.millrace.expressions.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Evaluation.Failure;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * What one query may use up. It counts work rather than milliseconds, so that the same question gets the same answer on any
 * machine and in a replay; memory is looked at too, because one unit of work may copy a long text. The libraries know no such
 * bounds, so the places where they ask for values, and where they make large ones, spend it.
 */
final class Budget {
    /** Units of work: a value looked at or made. Two millions take from 50 ms (JMESPath) to about a second (JSONata). */
    static final long WORK = 2_000_000;

    /** Bytes that the evaluation may allocate in sum. */
    static final long ALLOCATION = 256L << 20;

    /** In characters: twice what a result may have. */
    private static final int LONGEST_TEXT = 16 << 20;

    /** Lower than the bound for all JSON, because a result stands inside of rows and messages. */
    private static final int DEEPEST_ANSWER = 400;

    /** Asking what a thread has allocated takes as long as some units of work. */
    private static final int ALLOCATION_LOOKS = 256;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final ThreadLocal<Budget> CURRENT = new ThreadLocal<>();

    private final long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
    private long left = WORK;
    private long nextLook = WORK;

    private Budget() {}

    /** The answer of the work; a failure when it takes more than a budget, or throws. */
    static Evaluation within(Supplier<JsonNode> work) {
        CURRENT.set(new Budget());
        try {
            JsonNode answer = work.get();
            current().checkDepth(answer, 0);
            return new Evaluation.Value(answer);
        } catch (RuntimeException | StackOverflowError e) {
            return failure(e);
        } finally {
            CURRENT.remove();
        }
    }

    /** JSONata wraps what is thrown below a function of its own, once for each level. */
    private static Failure failure(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && !(cause instanceof LimitExceeded)) {
            cause = cause.getCause();
        }
        if (cause instanceof LimitExceeded) {
            return exceeded(cause.getMessage());
        }
        return cause instanceof StackOverflowError
                ? exceeded("Expected the query to nest less deeply, but the stack is used up")
                : new Failure("query_failed", "Error: Expected the query to have an answer, but " + Reason.of(cause));
    }

    private static Failure exceeded(String message) {
        return new Failure("limit_exceeded", "limit_exceeded: " + message);
    }

    /** What nests deeper could be kept, but never be read again. */
    private void checkDepth(JsonNode value, int depth) {
        if (depth > DEEPEST_ANSWER) {
            throw new LimitExceeded("Expected the answer of the query to nest at most %d levels, but it nests deeper"
                    .formatted(DEEPEST_ANSWER));
        }
        if (value.isContainerNode()) {
            spend(value.size());
            value.forEach(child -> checkDepth(child, depth + 1));
        }
    }

    /** The one of the evaluation that the calling thread is in. */
    static Budget current() {
        return CURRENT.get();
    }

    /** @throws LimitExceeded when there is not so much left */
    void spend(long work) {
        left -= work;
        if (left < 0) {
            throw new LimitExceeded(
                    "Expected the query to take at most %,d steps, but it takes more: select less, or split it"
                            .formatted(WORK));
        }
        if (left < nextLook) {
            nextLook = left - ALLOCATION_LOOKS;
            checkAllocation();
        }
    }

    private void checkAllocation() {
        if (THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore > ALLOCATION) {
            throw new LimitExceeded(
                    "Expected the query to use at most %d MiB of memory, but it uses more".formatted(ALLOCATION >> 20));
        }
    }

    /** For a text of this many characters that is made, or walked through. */
    void spendText(long characters) {
        if (characters > LONGEST_TEXT) {
            throw new LimitExceeded(
                    "Expected the query to make texts of at most %,d characters, but it makes one of %,d"
                            .formatted(LONGEST_TEXT, characters));
        }
        spend(1 + (characters >> 6));
    }
}
