package dev.millrace.trigger.collection;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How changes are captured. */
@Singleton
public class CollectionSettings {
    /** What is done about tables whose log lacks the rows as they were. */
    public enum ReplicaIdentity {
        /** Where a workflow needs them, the table is told to keep them. */
        FULL,
        KEEP
    }

    private final int partitions;
    private final Duration pollInterval;
    private final Duration heartbeatInterval;
    private final ReplicaIdentity replicaIdentity;

    @Inject
    public CollectionSettings(
            @ConfigProperty(name = "millrace.trigger.collection.partitions") int partitions,
            @ConfigProperty(name = "millrace.trigger.collection.poll-interval") Duration pollInterval,
            @ConfigProperty(name = "millrace.trigger.collection.heartbeat-interval") Duration heartbeatInterval,
            @ConfigProperty(name = "millrace.trigger.collection.replica-identity") ReplicaIdentity replicaIdentity) {
        this.partitions = partitions;
        this.pollInterval = pollInterval;
        this.heartbeatInterval = heartbeatInterval;
        this.replicaIdentity = replicaIdentity;
    }

    /** Of the topic of each table. */
    public int partitions() {
        return partitions;
    }

    public Duration pollInterval() {
        return pollInterval;
    }

    public Duration heartbeatInterval() {
        return heartbeatInterval;
    }

    public ReplicaIdentity replicaIdentity() {
        return replicaIdentity;
    }
}
