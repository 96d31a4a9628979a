package dev.millrace.definition;

import dev.millrace.messaging.CompactedTopic;
import dev.millrace.messaging.Messages;
import dev.millrace.model.message.Topics;
import dev.millrace.model.message.WorkflowVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** What is on the topic of definitions now. */
final class Definitions {
    private Definitions() {}

    /** Every record of the version, oldest first. */
    static List<WorkflowVersion> of(String id) throws Exception {
        return all().stream().filter(one -> one.id().equals(id)).toList();
    }

    static WorkflowVersion last(String id) throws Exception {
        var records = of(id);
        return records.get(records.size() - 1);
    }

    static List<WorkflowVersion> all() throws Exception {
        var seen = new CopyOnWriteArrayList<WorkflowVersion>();
        try (var topic = CompactedTopic.follow(
                TestTypes.settings(),
                Topics.DEFAULT.workflowDefinitions(),
                record -> seen.add(Messages.decode(record, WorkflowVersion.class)))) {
            topic.catchUp().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
        return new ArrayList<>(seen);
    }
}
