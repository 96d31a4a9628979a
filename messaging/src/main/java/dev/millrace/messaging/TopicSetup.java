package dev.millrace.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** Creates the topics that a service needs and that are not there yet. Waits for a broker that is down. */
public final class TopicSetup {
    private static final Logger LOG = Logger.getLogger(TopicSetup.class);

    /** A new topic has its leaders some milliseconds after its creation was confirmed. */
    private static final Duration FIRST_WAIT = Duration.ofMillis(20);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final long ATTEMPT_SECONDS = 10;

    private final KafkaSettings settings;

    public TopicSetup(KafkaSettings settings) {
        this.settings = settings;
    }

    /**
     * A topic as it must be.
     *
     * @param compacted whether only the newest record of each key is kept
     */
    public record Wanted(String name, int partitions, boolean compacted) {
        public static Wanted stream(String name, int partitions) {
            return new Wanted(name, partitions, false);
        }

        /** One partition: its readers rely on one order. */
        public static Wanted compacted(String name) {
            return new Wanted(name, 1, true);
        }
    }

    /** Returns once all topics exist and have leaders; blocks for as long as there is no broker. */
    public void ensure(Collection<Wanted> wanted) {
        var wait = FIRST_WAIT;
        while (!tryEnsure(wanted)) {
            LockSupport.parkNanos(wait.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new KafkaException("Expected to create topics, but was interrupted");
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    private boolean tryEnsure(Collection<Wanted> wanted) {
        try (var admin = Admin.create(settings.common())) {
            var existing = admin.listTopics().names().get(ATTEMPT_SECONDS, TimeUnit.SECONDS);
            create(
                    admin,
                    wanted.stream()
                            .filter(topic -> !existing.contains(topic.name()))
                            .toList());
            return haveLeaders(admin, wanted.stream().map(Wanted::name).collect(Collectors.toSet()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warnf("Waiting for Kafka at %s: %s", settings.bootstrapServers(), e.getMessage());
            return false;
        }
    }

    private static void create(Admin admin, List<Wanted> missing) throws InterruptedException, TimeoutException {
        var results = admin.createTopics(
                        missing.stream().map(TopicSetup::newTopic).toList())
                .values();
        for (var result : results.values()) {
            try {
                result.get(ATTEMPT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new KafkaException(e.getCause());
                }
            }
        }
    }

    private static NewTopic newTopic(Wanted wanted) {
        var topic = new NewTopic(wanted.name(), Optional.of(wanted.partitions()), Optional.empty());
        return wanted.compacted()
                ? topic.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))
                : topic;
    }

    /** A producer that meets a partition without a leader may find its first batches out of order; so wait for leaders. */
    private static boolean haveLeaders(Admin admin, Set<String> names)
            throws InterruptedException, ExecutionException, TimeoutException {
        return admin.describeTopics(names).allTopicNames().get(ATTEMPT_SECONDS, TimeUnit.SECONDS).values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .allMatch(partition ->
                        partition.leader() != null && !partition.leader().isEmpty());
    }
}
