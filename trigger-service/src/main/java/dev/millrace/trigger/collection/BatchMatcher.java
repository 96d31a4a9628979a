package dev.millrace.trigger.collection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.datasources.DataSource;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.messaging.DeadLetters;
import dev.millrace.messaging.Messages;
import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.Topics;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.trigger.events.Firing;
import dev.millrace.trigger.health.NotFired;
import dev.millrace.trigger.health.Sighting;
import dev.millrace.trigger.kafka.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Turns a batch of row changes of one data source into events. A failure that may pass is thrown: the batch comes again. */
final class BatchMatcher {
    /** Trying again helps against these alone. */
    private static final Set<String> PASSING =
            Set.of(Waiting.UNAVAILABLE, "deadlock_detected", "serialization_failure", "query_canceled");

    private final DataSource source;
    private final Plans plans;
    private final Structures structures;
    private final StoredRecords stored;
    private final Outbox outbox;
    private final Topics topics;
    private final DeadLetters deadLetters;

    BatchMatcher(DataSource source, Plans plans, Outbox outbox, Topics topics, DeadLetters deadLetters) {
        this.source = source;
        this.plans = plans;
        this.structures = new Structures(source);
        this.stored = new StoredRecords(source.records());
        this.outbox = outbox;
        this.topics = topics;
        this.deadLetters = deadLetters;
    }

    /**
     * What came of a batch.
     *
     * @param sightings what came to each workflow, and why it did not start it; the others were put into the outbox
     * @param newest when the newest change was committed; empty for a batch without changes
     */
    record Outcome(List<Sighting> sightings, Optional<Instant> newest) {
        int fired() {
            return (int) sightings.stream()
                    .filter(sighting -> sighting.obstacle().isEmpty())
                    .count();
        }
    }

    /** @throws DataSourceException when the data source is away */
    Outcome match(Iterable<ConsumerRecord<String, byte[]>> batch) {
        var candidates = new ArrayList<Candidate>();
        var sightings = new ArrayList<Sighting>();
        Instant newest = null;
        for (var record : batch) {
            var change = decode(record);
            if (change.isPresent()) {
                newest = change.get().committedAt();
                candidates.addAll(candidates(record, change.get(), sightings));
            }
        }
        fire(candidates, sightings);
        return new Outcome(sightings, Optional.ofNullable(newest));
    }

    private Optional<RowChange> decode(ConsumerRecord<String, byte[]> record) {
        try {
            return RowChange.decode(source.name(), record);
        } catch (UndecodableRecordException e) {
            outbox.send(deadLetters.of(record, e.getMessage()));
            return Optional.empty();
        }
    }

    private List<Candidate> candidates(
            ConsumerRecord<String, byte[]> record, RowChange change, List<Sighting> sightings) {
        var waiting =
                plans.of(change).stream().filter(plan -> plan.stoodAt(change)).toList();
        if (waiting.isEmpty()) {
            return List.of();
        }
        var structure = structures.of(change);
        var candidates = new ArrayList<Candidate>();
        for (var plan : waiting) {
            plan.obstacle(change, structure)
                    .ifPresentOrElse(
                            obstacle -> sightings.add(
                                    Sighting.notFired(plan.workflow().key(), change.committedAt(), obstacle)),
                            () -> candidates.add(new Candidate(record, change, plan, structure)));
        }
        return candidates;
    }

    private void fire(List<Candidate> candidates, List<Sighting> sightings) {
        if (candidates.isEmpty()) {
            return;
        }
        var reads = reads(candidates);
        var chains = Waiting.forStage(source.records()
                .chains(candidates.stream()
                        .map(candidate -> candidate.change().transactionId())
                        .collect(Collectors.toSet())));
        for (var candidate : candidates) {
            var key = candidate.plan().workflow().key();
            var at = candidate.change().committedAt();
            var data = data(candidate, reads);
            if (data.isPresent()) {
                var stack = chains.getOrDefault(candidate.change().transactionId(), List.of());
                send(candidate, event(candidate, data.get(), stack));
                sightings.add(Sighting.fired(key, at));
            } else {
                var read = reads.containsKey(candidate.plan());
                sightings.add(Sighting.notFired(key, at, read ? NotFired.CONDITION : NotFired.UNREADABLE));
            }
        }
    }

    private static TriggerEvent event(Candidate candidate, ObjectNode data, List<String> stack) {
        var change = candidate.change();
        var context = Json.object();
        context.set("data", data);
        return Firing.repeatable(candidate.plan().workflow(), change.eventKey(), context, stack, change.committedAt());
    }

    private void send(Candidate candidate, TriggerEvent event) {
        outbox.send(
                Messages.record(topics.triggerEvents(), event.executionId(), event),
                reason -> deadLetters.of(candidate.record(), reason));
    }

    /** By plan; a plan whose records can never be read has no entry. */
    private Map<Plan, Map<List<String>, ObjectNode>> reads(List<Candidate> candidates) {
        var byPlan = candidates.stream()
                .filter(Candidate::mustBeRead)
                .collect(Collectors.groupingBy(Candidate::plan, LinkedHashMap::new, Collectors.toList()));
        var reads = new LinkedHashMap<Plan, Map<List<String>, ObjectNode>>();
        byPlan.forEach((plan, waiting) -> {
            try {
                reads.put(plan, stored.read(waiting));
            } catch (DataSourceException e) {
                if (PASSING.contains(e.code())) {
                    throw e;
                }
                waiting.forEach(candidate -> giveUp(candidate, e));
            }
        });
        return reads;
    }

    private void giveUp(Candidate candidate, DataSourceException failure) {
        outbox.send(deadLetters.of(
                candidate.record(),
                "Expected to start workflow %s, but could not read the record: %s"
                        .formatted(candidate.plan().workflow().key(), failure.getMessage())));
    }

    /** What the workflow sees, or empty when it is not to start. */
    private static Optional<ObjectNode> data(Candidate candidate, Map<Plan, Map<List<String>, ObjectNode>> reads) {
        if (!candidate.mustBeRead()) {
            return Optional.of(candidate.shaped());
        }
        var ofPlan = reads.get(candidate.plan());
        if (ofPlan == null) {
            return Optional.empty();
        }
        var config = candidate.plan().config();
        var record = Optional.ofNullable(ofPlan.get(candidate.primaryKey()));
        if (record.isEmpty()) {
            // Gone meanwhile: without a condition the change itself is still to be told.
            boolean hasCondition = config.readsOn(candidate.change().operation())
                    && config.condition().isPresent();
            return hasCondition ? Optional.empty() : Optional.of(candidate.shaped());
        }
        return Optional.of(config.appends().isEmpty() && !candidate.isIncomplete() ? candidate.shaped() : record.get());
    }
}
