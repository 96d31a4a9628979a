package dev.millrace.messaging;

import dev.millrace.messaging.TopicSetup.Wanted;
import dev.millrace.model.message.Topics;
import java.util.List;

/**
 * How every topic is to be. Decided here alone: a topic is created by whichever service comes first.
 *
 * @param partitions of the topics that carry load
 */
public record TopicPlan(Topics topics, int partitions) {
    public Wanted workflowDefinitions() {
        return Wanted.compacted(topics.workflowDefinitions());
    }

    public Wanted nodeTypes() {
        return Wanted.compacted(topics.nodeTypes());
    }

    /** The same count for all of them; see {@link Topics#drivingExecutions()}. */
    public List<Wanted> drivingExecutions() {
        return topics.drivingExecutions().stream().map(this::loaded).toList();
    }

    public Wanted stepCommands(String nodeType) {
        return loaded(topics.stepCommands(nodeType));
    }

    public Wanted stepResults() {
        return loaded(topics.stepResults());
    }

    public Wanted executionEvents() {
        return loaded(topics.executionEvents());
    }

    public Wanted replies() {
        return loaded(topics.replies());
    }

    /** One partition: every worker process reads all of it. */
    public Wanted stepCancellations() {
        return Wanted.stream(topics.stepCancellations(), 1);
    }

    /** One partition: few records, read in their order by people. */
    public Wanted deadLetters() {
        return Wanted.stream(topics.deadLetters(), 1);
    }

    /**
     * The changes of one table.
     *
     * @param name as {@link Topics#rowChanges} has it
     * @param ofTable partitions, as the trigger service is told: changes keep their order within one
     */
    public Wanted rowChanges(String name, int ofTable) {
        return Wanted.stream(name, ofTable);
    }

    public Wanted captureOffsets() {
        return Wanted.compacted(topics.captureOffsets());
    }

    private Wanted loaded(String name) {
        return Wanted.stream(name, partitions);
    }
}
