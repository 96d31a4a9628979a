package dev.millrace.orchestrator.host;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.status.EndReason;
import dev.millrace.orchestrator.host.book.SlotDecision;

/** What an execution is told about its slot. */
final class SlotNews {
    private SlotNews() {}

    static ExecutionCommand command(SlotDecision decision) {
        return switch (decision.verdict()) {
            case BEGIN -> new ExecutionCommand.Begin(decision.executionId(), null);
            case REFUSED ->
                new ExecutionCommand.Begin(
                        decision.executionId(),
                        EndReason.of(
                                "concurrency_limit",
                                "Expected %s, but as many are running: start it later, raise options.concurrency.limit, or let starts queue"
                                        .formatted(allowed(decision))));
            case SUPERSEDED ->
                new ExecutionCommand.Cancel(
                        decision.executionId(),
                        null,
                        null,
                        EndReason.of(
                                "superseded",
                                "Expected %s (options.concurrency.limit), but a newer one has taken its place"
                                        .formatted(allowed(decision))));
        };
    }

    private static String allowed(SlotDecision decision) {
        String of = decision.concurrencyKey().isEmpty() ? "" : " with the key \"" + decision.concurrencyKey() + "\"";
        return "at most %d executions of workflow %s%s at once".formatted(decision.limit(), decision.workflowKey(), of);
    }
}
