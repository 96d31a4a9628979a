package dev.millrace.orchestrator.host;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.Advance;
import dev.millrace.orchestrator.engine.Engine;
import dev.millrace.orchestrator.engine.Input;
import dev.millrace.orchestrator.engine.graph.Admission.Claim;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.engine.state.Changes;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import dev.millrace.orchestrator.host.book.EventKey;
import dev.millrace.orchestrator.host.book.ExecutionWrite;
import dev.millrace.orchestrator.host.book.SlotChanges;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** One execution within one turn: all its records, one after the other, in memory. */
final class ExecutionTurn {
    private static final Logger LOG = Logger.getLogger(ExecutionTurn.class);

    private final Engine engine;
    private final Function<String, Optional<WorkflowGraph>> graphs;
    private final Map<EventKey, String> events;
    private final Past past;
    private final Consequences consequences;
    private final Instant now;
    private final Asked asked;
    private ExecutionState state;
    private ExecutionWrite write;
    private Optional<Claim> claim = Optional.empty();
    private boolean limited;
    private boolean begun;
    private long bytes;

    /**
     * @param state as the book has it, or null
     * @param events known so far, by the executions they started; starts add to it
     * @param past what retries and reruns go on with
     * @param asked of the state; this turn adds to it
     */
    ExecutionTurn(
            Engine engine,
            Function<String, Optional<WorkflowGraph>> graphs,
            Map<EventKey, String> events,
            Past past,
            Consequences consequences,
            ExecutionState state,
            Asked asked,
            Instant now) {
        this.engine = engine;
        this.graphs = graphs;
        this.events = events;
        this.past = past;
        this.consequences = consequences;
        this.state = state;
        this.asked = asked;
        this.now = now;
    }

    /** In order; but a start of an execution that is there is a repeat, which may wait until the news are in. */
    void serve(List<Work> works) {
        boolean startsFirst = state == null;
        works.stream().filter(work -> work.isStart() == startsFirst).forEach(this::serveAlone);
        works.stream().filter(work -> work.isStart() != startsFirst).forEach(this::serveAlone);
    }

    private void serveAlone(Work work) {
        try {
            serve(work);
        } catch (KafkaException e) {
            // Of catching up with the definitions: no fault of the execution, the whole batch comes again.
            throw e;
        } catch (RuntimeException e) {
            setAside(work, e);
        }
    }

    private void serve(Work work) {
        if (state != null) {
            move(work, past.input(work));
        } else if (work.rerun().isPresent()) {
            rerun(work, work.rerun().get());
        } else if (work.input() instanceof Input.Start start) {
            start(work, start.event());
        } else if (work.abort().isPresent()) {
            forestall(work, work.abort().get());
        } else {
            LOG.debugf("A record for execution %s, which is not there (any more)", work.executionId());
        }
    }

    private void move(Work work, Input input) {
        var graph = graphs.apply(state.header().workflowId())
                .orElseThrow(() -> new IllegalStateException("Expected to know workflow version "
                        + state.header().workflowId() + ", but it is not on the topic"));
        limited = graph.admission().isLimited();
        take(work, engine.advance(state, input, graph, now));
    }

    /** The caller gave up before the call came through: when it does, it finds an execution that has ended. */
    private void forestall(Work work, ExecutionCommand.Abort abort) {
        var key = new EventKey(abort.workflowKey(), abort.eventKey());
        if (events.putIfAbsent(key, abort.executionId()) == null) {
            take(work, engine.forestall(abort, now));
        }
    }

    private void rerun(Work work, ExecutionCommand.Rerun command) {
        past.origin(command)
                .ifPresentOrElse(
                        found -> start(
                                work, found.event(), (event, graph) -> engine.rerun(event, found.origin(), graph, now)),
                        () -> Refusals.originGone(work.record(), command, consequences));
    }

    private void start(Work work, TriggerEvent event) {
        start(work, event, this::begin);
    }

    private Advance begin(TriggerEvent event, WorkflowGraph graph) {
        claim = graph.admission().claim(event.context());
        return claim.isPresent() ? engine.queue(event, graph, now) : engine.start(event, graph, now);
    }

    private void start(Work work, TriggerEvent event, BiFunction<TriggerEvent, WorkflowGraph, Advance> begin) {
        var key = EventKey.of(event);
        var original = events.get(key);
        if (original != null) {
            // The very same event again finds no execution: it has run, and was deleted.
            if (original.equals(event.executionId())) {
                Refusals.forgotten(event, consequences);
            } else {
                Refusals.repeat(event, original, consequences);
            }
            return;
        }
        var graph = graphs.apply(event.workflowId());
        if (graph.isEmpty()) {
            Refusals.unknownWorkflow(work.record(), event, consequences);
            return;
        }
        var refusal = engine.admits(event, graph.get());
        if (refusal.isPresent()) {
            Refusals.notAdmitted(work.record(), event, refusal.get(), consequences);
            return;
        }
        var started = begin.apply(event, graph.get());
        events.put(key, event.executionId());
        take(work, started);
    }

    private void take(Work work, Advance advance) {
        advance.changes().ifPresent(changes -> apply(changes, work.record()));
        boolean repeat = advance.changes().isEmpty();
        for (var effect : advance.effects()) {
            if (asked.add(effect) || !repeat) {
                consequences.add(effect, work.record());
            }
        }
    }

    private void apply(Changes changes, ConsumerRecord<String, byte[]> cause) {
        if (write == null) {
            write = changes.created() ? ExecutionWrite.created() : ExecutionWrite.after(state.header());
        }
        if (state == null) {
            state = ExecutionState.created(changes);
        } else {
            begun |= state.header().status() == ExecutionStatus.QUEUED
                    && changes.header().status() != ExecutionStatus.QUEUED;
            state.apply(changes);
        }
        write.add(changes);
        bytes += cause.serializedValueSize();
        changes.errands().forEach(errand -> consequences.errand(errand, cause));
        consequences.event(changes, now, cause);
    }

    /** A fault of ours ends this execution alone, by name; the rest of the batch goes on. */
    void setAside(Work work, RuntimeException fault) {
        var failure = Failure.of(fault);
        LOG.errorf(fault, "Execution %s is set aside, trace id %s", work.executionId(), failure.traceId());
        consequences.letter(work.record(), failure.sentence());
        limited = true;
        if (state != null && !state.header().status().ended()) {
            apply(failure.end(state, now), work.record());
        } else if (state == null && work.event().isPresent()) {
            var event = work.event().get();
            events.put(EventKey.of(event), work.executionId());
            apply(failure.end(event, now), work.record());
        } else {
            return;
        }
        Refusals.failed(state.header(), consequences);
    }

    /** What the turn means for the slots of limited workflows. */
    void tell(SlotChanges slots) {
        if (write == null) {
            return;
        }
        boolean ended = state.header().status().ended();
        if (!ended) {
            claim.ifPresent(wanted -> slots.claim(state.header(), wanted));
        } else if (limited && !write.isCreated()) {
            slots.release(state.header().id());
        }
        if (begun) {
            slots.begun(state.header());
        }
    }

    Optional<ExecutionWrite> write() {
        return Optional.ofNullable(write);
    }

    /** As it stands now; null where there is none. */
    ExecutionState state() {
        return state;
    }

    Asked asked() {
        return asked;
    }

    long bytes() {
        return bytes;
    }
}
