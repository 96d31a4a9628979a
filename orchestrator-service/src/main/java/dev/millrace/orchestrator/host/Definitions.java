package dev.millrace.orchestrator.host;

import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.messaging.CompactedTopic;
import dev.millrace.messaging.Messages;
import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.host.book.KnownVersions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** All workflow versions, made ready to run when they are first needed. Deleted ones stay: executions finish on them. */
final class Definitions implements CompactedTopic.Listener, KnownVersions {
    private static final Logger LOG = Logger.getLogger(Definitions.class);

    private final Map<String, ExpressionLanguage> languages;
    private final Map<String, WorkflowVersion> versions = new ConcurrentHashMap<>();
    private final Map<String, WorkflowVersion> current = new ConcurrentHashMap<>();
    private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();
    private final Set<String> inBook = ConcurrentHashMap.newKeySet();
    private final Consumer<WorkflowVersion> news;

    private record Compiled(WorkflowVersion version, WorkflowGraph graph) {}

    /** @param news is told what comes over the topic */
    Definitions(Map<String, ExpressionLanguage> languages, Consumer<WorkflowVersion> news) {
        this.languages = Map.copyOf(languages);
        this.news = news;
    }

    @Override
    public void on(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            var version = Messages.decode(record, WorkflowVersion.class);
            take(version);
            news.accept(version);
        } catch (UndecodableRecordException e) {
            LOG.errorf("Passing over offset %d of %s: %s", record.offset(), record.topic(), e.getMessage());
        }
    }

    private void take(WorkflowVersion version) {
        var newest =
                versions.merge(version.id(), version, (known, now) -> now.sequence() >= known.sequence() ? now : known);
        current.compute(newest.key(), (key, known) -> standing(known, newest));
    }

    /** Which version a key stands for, given the one it has stood for (or null) and news of a version of it. */
    private static WorkflowVersion standing(WorkflowVersion known, WorkflowVersion news) {
        boolean same = known != null && known.id().equals(news.id());
        if (news.current() && !news.deleted()) {
            return known == null || same || news.sequence() > known.sequence() ? news : known;
        }
        return same ? null : known;
    }

    /** The version that the key stands for, enabled or not; empty when there is none (any more). */
    Optional<WorkflowVersion> current(String workflowKey) {
        return Optional.ofNullable(current.get(workflowKey));
    }

    Optional<WorkflowGraph> graph(String workflowId) {
        return Optional.ofNullable(versions.get(workflowId)).map(this::graph);
    }

    /** Enabling and disabling make a new record, not a new graph. */
    private WorkflowGraph graph(WorkflowVersion version) {
        var ready = compiled.get(version.id());
        if (ready != null && ready.version() == version) {
            return ready.graph();
        }
        boolean same = ready != null && ready.version().document().equals(version.document());
        var graph = same ? ready.graph() : WorkflowGraph.of(version, languages);
        compiled.put(version.id(), new Compiled(version, graph));
        return graph;
    }

    @Override
    public boolean knows(String workflowId) {
        return versions.containsKey(workflowId);
    }

    @Override
    public void restore(WorkflowVersion version) {
        inBook.add(version.id());
        take(version);
    }

    /** The version, unless the book is known to have it. */
    Optional<WorkflowVersion> missingInBook(String workflowId) {
        return inBook.contains(workflowId) ? Optional.empty() : Optional.ofNullable(versions.get(workflowId));
    }

    void nowInBook(Collection<WorkflowVersion> written) {
        written.forEach(version -> inBook.add(version.id()));
    }

    @Override
    public Collection<String> nodeKeys(String workflowId) {
        var version = versions.get(workflowId);
        return version == null
                ? List.of()
                : version.document().nodes().stream().map(NodeDocument::key).toList();
    }
}
