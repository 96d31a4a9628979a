package dev.millrace.orchestrator.host;

import dev.millrace.messaging.DeadLetters;
import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.message.Topics;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.orchestrator.engine.Engine;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import dev.millrace.orchestrator.host.book.Besides;
import dev.millrace.orchestrator.host.book.Book;
import dev.millrace.orchestrator.host.book.ContentRefusedException;
import dev.millrace.orchestrator.host.book.DatabaseUnavailableException;
import dev.millrace.orchestrator.host.book.EventKey;
import dev.millrace.orchestrator.host.book.ExecutionWrite;
import dev.millrace.orchestrator.host.book.SlotChanges;
import dev.millrace.orchestrator.host.book.Snapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One turn: a batch of records becomes one transaction, and then what follows from it is sent. Doing a batch again is
 * harmless at any point. While Kafka takes what follows from one turn, the next one is on its way to the book: under load a
 * third of a turn had been the wait for Kafka.
 */
final class Turn {
    private static final int FENCED_TURNS = 10;

    private final Engine engine;
    private final Knowledge knowledge;
    private final Book book;
    private final Aftermath aftermath;
    private final ExecutionCache cache;
    private final Metrics metrics;
    private final Topics topics;
    private final InstantSource clock;
    private final Decoder decoder;
    private final DeadLetters deadLetters;
    private final List<Aftermath.Followed> unsettled = new ArrayList<>();

    /**
     * What is taken for granted without a look into the book. Nearly every start is new, and the book refuses the others:
     * to ask it first costs each start a round trip.
     */
    private enum Trust {
        NEW_STARTS,
        NOTHING
    }

    Turn(HostParts parts, ExecutionCache cache) {
        this.engine = parts.engine();
        this.knowledge = parts.knowledge();
        this.book = parts.book();
        this.aftermath = parts.aftermath();
        this.metrics = parts.metrics();
        this.topics = parts.topics();
        this.clock = parts.clock();
        this.cache = cache;
        this.decoder = new Decoder(topics);
        this.deadLetters = new DeadLetters(topics, "orchestrator");
    }

    /**
     * Serves the batch, which is done for good once it is settled; those before it are settled then.
     *
     * @throws DatabaseUnavailableException when the batch must come again; nothing is lost, the cache is clean
     */
    void serve(List<ConsumerRecord<String, byte[]>> records) {
        var undecodable = new Consequences(topics, deadLetters);
        var works = new LinkedHashMap<String, List<Work>>();
        for (var record : records) {
            try {
                var work = decoder.decode(record);
                works.computeIfAbsent(work.executionId(), id -> new ArrayList<>())
                        .add(work);
            } catch (UndecodableRecordException e) {
                metrics.dead();
                undecodable.letter(record, e.getMessage());
            }
        }
        if (works.isEmpty()) {
            settle();
        }
        aftermath.send(undecodable);
        try {
            serve(works);
        } catch (RuntimeException e) {
            cache.forget(works.keySet());
            throw e;
        }
    }

    private void serve(Map<String, List<Work>> works) {
        for (int attempt = 0; attempt < FENCED_TURNS && !works.isEmpty(); attempt++) {
            try {
                if (attempt(works, attempt == 0 ? Trust.NEW_STARTS : Trust.NOTHING, Optional.empty())) {
                    return;
                }
            } catch (ContentRefusedException e) {
                isolate(works, e);
                return;
            }
            metrics.fenced();
            cache.forget(works.keySet());
        }
        if (!works.isEmpty()) {
            throw new DatabaseUnavailableException(
                    "Expected to own %d executions, but somebody else moves them".formatted(works.size()), null);
        }
    }

    /** One row among them cannot be written: each execution gets a transaction of its own. */
    private void isolate(Map<String, List<Work>> works, ContentRefusedException refusal) {
        cache.forget(works.keySet());
        if (works.size() == 1) {
            if (!attempt(works, Trust.NOTHING, Optional.of(refusal))) {
                throw new DatabaseUnavailableException("Expected to own the execution, but it moved", refusal);
            }
            return;
        }
        works.forEach((id, work) -> serve(Map.of(id, work)));
    }

    private boolean attempt(Map<String, List<Work>> works, Trust trust, Optional<ContentRefusedException> fault) {
        var consequences = new Consequences(topics, deadLetters);
        var turns = advance(works, load(works, trust), consequences, fault);
        var writes =
                turns.values().stream().flatMap(turn -> turn.write().stream()).toList();
        var besides = besides(turns.values(), writes);
        if (!book.write(writes, besides)) {
            return false;
        }
        knowledge.definitions().nowInBook(besides.versions());
        besides.slots().decisions().forEach(consequences::slot);
        remember(works, turns);
        settle();
        var states = turns.values().stream().map(ExecutionTurn::state).toList();
        unsettled.add(aftermath.follow(writes, states, consequences));
        return true;
    }

    /** Returns once all that follows from the turns so far is on Kafka. */
    void settle() {
        while (!unsettled.isEmpty()) {
            unsettled.get(0).settle();
            unsettled.remove(0);
        }
    }

    private Besides besides(Collection<ExecutionTurn> turns, List<ExecutionWrite> writes) {
        var versions = new LinkedHashMap<String, WorkflowVersion>();
        for (var write : writes) {
            if (write.isCreated()) {
                knowledge
                        .definitions()
                        .missingInBook(write.header().workflowId())
                        .ifPresent(version -> versions.put(version.id(), version));
            }
        }
        var slots = new SlotChanges();
        turns.forEach(turn -> turn.tell(slots));
        return new Besides(versions.values(), slots);
    }

    private Map<String, ExecutionTurn> advance(
            Map<String, List<Work>> works,
            Snapshot snapshot,
            Consequences consequences,
            Optional<ContentRefusedException> fault) {
        var graphs = new Graphs(knowledge, book);
        var past = Past.of(book, works.values(), snapshot, knowledge.definitions()::nodeKeys);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var seen = new Seen(snapshot, past, graphs, now);
        var turns = new LinkedHashMap<String, ExecutionTurn>();
        // Results and commands before new starts: what runs is to end before more begins.
        var order = new StartOrder(graphs).of(works);
        for (boolean known : List.of(true, false)) {
            for (String id : order) {
                var state = state(id, snapshot);
                if (state.isPresent() == known && !turns.containsKey(id)) {
                    turns.put(id, turn(works.get(id), state, seen, consequences, fault));
                }
            }
        }
        return turns;
    }

    /** What a turn knows before it begins. */
    private record Seen(Snapshot snapshot, Past past, Graphs graphs, Instant now) {}

    private ExecutionTurn turn(
            List<Work> works,
            Optional<ExecutionState> state,
            Seen seen,
            Consequences consequences,
            Optional<ContentRefusedException> fault) {
        var turn = new ExecutionTurn(
                engine,
                seen.graphs(),
                seen.snapshot().events(),
                seen.past(),
                consequences,
                state.orElse(null),
                state.map(known -> cache.asked(known.header().id())).orElseGet(Asked::new),
                seen.now());
        fault.ifPresentOrElse(e -> turn.setAside(works.get(0), e), () -> turn.serve(works));
        return turn;
    }

    private Snapshot load(Map<String, List<Work>> works, Trust trust) {
        var unknown = new HashSet<String>();
        var events = new HashSet<EventKey>();
        works.forEach((id, work) -> {
            boolean trusted = trust == Trust.NEW_STARTS && work.stream().allMatch(this::startsWhatIsKnown);
            if (!cache.contains(id) && !trusted) {
                unknown.add(id);
                work.stream().flatMap(one -> one.eventKey().stream()).forEach(events::add);
            }
        });
        return book.load(unknown, events, knowledge.definitions());
    }

    /** A start that would be refused is not trusted: it may repeat one that was not. */
    private boolean startsWhatIsKnown(Work work) {
        return work.event()
                .flatMap(event -> knowledge.definitions().graph(event.workflowId()))
                .isPresent();
    }

    private Optional<ExecutionState> state(String id, Snapshot snapshot) {
        return cache.get(id).or(() -> Optional.ofNullable(snapshot.headers().get(id))
                .map(header -> ExecutionState.restore(header, snapshot.jobsOf(id))));
    }

    private void remember(Map<String, List<Work>> works, Map<String, ExecutionTurn> turns) {
        turns.forEach((id, turn) -> {
            if (turn.state() != null && !turn.state().header().status().ended()) {
                turn.asked().forgetEnded(turn.state());
                cache.put(
                        turn.state(),
                        turn.asked(),
                        works.get(id).get(0).record().partition(),
                        turn.bytes());
            } else {
                cache.forget(id);
            }
        });
    }
}
