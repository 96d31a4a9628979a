package dev.millrace.orchestrator.host;

import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.messaging.CompactedTopic;
import dev.millrace.messaging.KafkaSettings;
import dev.millrace.model.message.Topics;
import dev.millrace.model.message.WorkflowVersion;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/** What the compacted topics tell: workflow versions and node types. */
final class Knowledge implements AutoCloseable {
    private static final long CATCH_UP_SECONDS = 20;

    private final Definitions definitions;
    private final NodeTypes nodeTypes;
    private CompactedTopic followedDefinitions;
    private CompactedTopic followedTypes;

    /** @param versions is told of every version that comes */
    Knowledge(Map<String, ExpressionLanguage> languages, Consumer<WorkflowVersion> versions) {
        this.definitions = new Definitions(languages, versions);
        this.nodeTypes = new NodeTypes();
    }

    /** Returns once everything is known that is on the topics now. */
    void follow(KafkaSettings kafka, Topics topics) {
        followedDefinitions = CompactedTopic.follow(kafka, topics.workflowDefinitions(), definitions);
        followedTypes = CompactedTopic.follow(kafka, topics.nodeTypes(), nodeTypes);
        catchUp(followedTypes);
        catchUp(followedDefinitions);
    }

    /** @throws KafkaException when Kafka does not answer */
    void catchUpWithDefinitions() {
        catchUp(followedDefinitions);
    }

    private static void catchUp(CompactedTopic topic) {
        try {
            topic.catchUp().toCompletableFuture().get(CATCH_UP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Expected to catch up with a topic, but was interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Expected to catch up with a topic, but Kafka did not answer", e);
        }
    }

    Definitions definitions() {
        return definitions;
    }

    NodeTypes nodeTypes() {
        return nodeTypes;
    }

    @Override
    public void close() {
        if (followedDefinitions != null) {
            followedDefinitions.close();
        }
        if (followedTypes != null) {
            followedTypes.close();
        }
    }
}
