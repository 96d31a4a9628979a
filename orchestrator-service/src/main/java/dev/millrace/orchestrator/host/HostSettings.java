package dev.millrace.orchestrator.host;

import dev.millrace.messaging.KafkaSettings;
import dev.millrace.model.message.Topics;
import dev.millrace.orchestrator.engine.Limits;
import dev.millrace.orchestrator.host.book.DatabaseSettings;
import java.time.Duration;

/**
 * What the host must know of its installation.
 *
 * @param partitions of the topics that drive executions
 * @param threads that advance executions
 * @param cachedExecutions live executions that one thread keeps in memory
 * @param cachedBytes of the records that led to them
 * @param keepEventKeys how long a repeat of an event is refused
 * @param limits of the engine
 */
public record HostSettings(
        KafkaSettings kafka,
        Topics topics,
        int partitions,
        DatabaseSettings database,
        int threads,
        int cachedExecutions,
        long cachedBytes,
        Duration keepEventKeys,
        Limits limits) {}
