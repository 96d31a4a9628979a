package dev.millrace.orchestrator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.document.Concurrency.Overflow;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.orchestrator.engine.graph.Admission;
import java.util.Optional;

/**
 * A call whose outcome is awaited would wait for ever where the caller itself holds the last slot that the called execution
 * needs. Only what is certain is refused: more callers than one may share the slots of a larger limit, and some of them may
 * yet end; such a wait is shown as one for a slot.
 */
final class SlotDeadlock {
    static final String CODE = "concurrency_deadlock";

    private SlotDeadlock() {}

    /** Why the call must not be made; empty when it may. */
    static Optional<String> refusal(Draft caller, WorkflowVersion target, JsonNode context) {
        boolean callsItself = target.key().equals(caller.header().workflowKey());
        if (!callsItself) {
            return Optional.empty();
        }
        var own = caller.graph().admission().claim(caller.header().context());
        return Admission.of(target)
                .claim(context)
                .filter(claim -> claim.limit() == 1 && claim.overflow() == Overflow.QUEUE)
                .filter(claim -> own.filter(held -> held.concurrencyKey().equals(claim.concurrencyKey()))
                        .isPresent())
                .map(claim ->
                        "Expected a slot of workflow %s for the execution that it calls, but its concurrency limit is 1 and the caller itself holds the slot: raise the limit, use another concurrency key, or do not wait"
                                .formatted(target.key()));
    }
}
