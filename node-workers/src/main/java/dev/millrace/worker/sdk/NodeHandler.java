package dev.millrace.worker.sdk;

import dev.millrace.model.descriptor.NodeTypeDescriptor;
import java.util.concurrent.CompletionStage;

/**
 * A node type: what it is and what it does. One class in one folder; a CDI bean of this type is all that the runtime needs
 * to announce the type, serve its commands and publish its results.
 *
 * <p>Handlers are stateless and thread-safe. They know nothing of attempts, deadlines and Kafka. A step may be asked for
 * more than once: {@link Step#jobId()} is the same each time, so pass it on as an idempotency key where the other side
 * takes one.
 */
public interface NodeHandler {
    NodeTypeDescriptor descriptor();

    /**
     * Runs one step. Expected failures are outcomes with a code and a sentence; an exception, thrown or in the stage, is a
     * bug: it is logged with the job id and ends the job as ERROR.
     */
    CompletionStage<Outcome> handle(Step step);
}
