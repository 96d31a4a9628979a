package dev.millrace.orchestrator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.document.WorkflowOptions;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.ExecutionIds;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.node.Move;
import dev.millrace.orchestrator.engine.state.Job;
import java.time.Instant;
import java.util.Optional;

/** Makes the events by which one workflow calls another. */
final class Calls {
    private final EngineSetup setup;
    private final Draft draft;

    Calls(EngineSetup setup, Draft draft) {
        this.setup = setup;
        this.draft = draft;
    }

    /** What came of a call. */
    sealed interface Called {}

    /** Nothing was started. */
    record Refused(Outcome outcome) implements Called {}

    /** @param until when the caller gives up, or null for never */
    record Placed(CalledWorkflow workflow, TriggerEvent event, Instant until) implements Called {}

    Called place(GraphNode node, Job job, Move.Call call) {
        var target = setup.callees().current(call.workflowKey(), draft.now());
        if (target.isEmpty()) {
            return refused(
                    "unknown_workflow",
                    "Expected a workflow with key %s for node %s to call, but there is none"
                            .formatted(call.workflowKey(), node.key()));
        }
        var deadlock =
                call.waits() ? SlotDeadlock.refusal(draft, target.get(), call.context()) : Optional.<String>empty();
        if (deadlock.isPresent()) {
            return refused(SlotDeadlock.CODE, deadlock.get());
        }
        int limit = WorkflowOptions.of(target.get().document().options()).stackLimit();
        return StackLimit.refusal(Steps.chain(draft), call.workflowKey(), limit)
                .<Called>map(sentence -> refused(StackLimit.CODE, sentence))
                .orElseGet(() -> placed(node, job, call, target.get()));
    }

    private Placed placed(GraphNode node, Job job, Move.Call call, WorkflowVersion target) {
        var header = draft.header();
        String jobId = job.id(header.id());
        String eventKey = CalledWorkflow.eventKey(jobId, job.attempt());
        String childId = ExecutionIds.derived(draft.now(), eventKey);
        Instant until = Timers.deadline(node, draft.now());
        var event = new TriggerEvent(
                childId,
                target.id(),
                target.key(),
                eventKey,
                call.context(),
                Steps.chain(draft),
                call.waits() ? ReplyAddress.ofJob(header.id(), jobId, job.attempt()) : null,
                header.id(),
                draft.now(),
                call.waits() ? Timers.earliest(until, header.expiresAt()) : null);
        return new Placed(new CalledWorkflow(childId, target.id(), target.key()), event, until);
    }

    private static Refused refused(String code, String sentence) {
        JsonNode result = Json.object().put("message", sentence).put("code", code);
        return new Refused(Outcome.error(result, code));
    }
}
