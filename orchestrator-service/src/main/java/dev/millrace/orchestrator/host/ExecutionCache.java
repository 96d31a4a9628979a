package dev.millrace.orchestrator.host;

import dev.millrace.orchestrator.engine.state.ExecutionState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * The live executions of one thread, so that a turn rarely reads the book. What is in it may be behind the book after a
 * rebalance; the version on the row tells when it is written. Not thread-safe.
 */
final class ExecutionCache {
    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(1024, 0.75f, true);
    private final int maxExecutions;
    private final long maxBytes;
    private long bytes;

    /** @param bytes of the records that led to the state: near enough to its size in memory, and at no cost */
    private record Entry(ExecutionState state, Asked asked, int partition, long bytes) {}

    ExecutionCache(int maxExecutions, long maxBytes) {
        this.maxExecutions = maxExecutions;
        this.maxBytes = maxBytes;
    }

    Optional<ExecutionState> get(String executionId) {
        return Optional.ofNullable(entries.get(executionId)).map(Entry::state);
    }

    /** What was asked for since the execution is here; nothing where it is not. */
    Asked asked(String executionId) {
        var entry = entries.get(executionId);
        return entry == null ? new Asked() : entry.asked();
    }

    boolean contains(String executionId) {
        return entries.containsKey(executionId);
    }

    void put(ExecutionState state, Asked asked, int partition, long addedBytes) {
        var id = state.header().id();
        var old = entries.get(id);
        var entry = new Entry(state, asked, partition, addedBytes + (old == null ? 0 : old.bytes()));
        bytes += addedBytes;
        entries.put(id, entry);
        var oldest = entries.values().iterator();
        while (entries.size() > maxExecutions || (bytes > maxBytes && entries.size() > 1)) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    void forget(Collection<String> executionIds) {
        executionIds.forEach(this::forget);
    }

    void forget(String executionId) {
        var entry = entries.remove(executionId);
        bytes -= entry == null ? 0 : entry.bytes();
    }

    void forgetPartitions(Set<Integer> partitions) {
        entries.values().removeIf(entry -> {
            boolean gone = partitions.contains(entry.partition());
            bytes -= gone ? entry.bytes() : 0;
            return gone;
        });
    }
}
