package dev.millrace.orchestrator.engine;

import dev.millrace.model.message.Reply;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.effect.Effect;
import dev.millrace.orchestrator.engine.node.ControlNodes;
import dev.millrace.orchestrator.engine.node.ResponseNode;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.engine.state.Job;

/** Tells the waiting caller how it went, once that is known. */
final class Answers {
    private final StepTypes types;
    private final Draft draft;

    Answers(StepTypes types, Draft draft) {
        this.types = types;
        this.draft = draft;
    }

    void answer() {
        Header header = draft.header();
        boolean waits = header.replyTo() != null && !header.replied();
        if (waits && (header.status().ended() || isEnoughForNow(header.replyTo()))) {
            draft.effect(current());
            draft.answered();
        }
    }

    /** Whether only time or people can move the execution, and the caller is content to hear that. */
    private boolean isEnoughForNow(ReplyAddress caller) {
        return caller.detail() == ReplyAddress.Detail.EXECUTION
                && (draft.header().paused()
                        || draft.tasks().isEmpty() && draft.pending().stream().noneMatch(this::isWorkedOn));
    }

    /** A worker's step between two attempts is worked on, too; and so, as far as is known here, is a workflow that was called. */
    private boolean isWorkedOn(Job job) {
        if (CalledWorkflow.of(job).isPresent()) {
            return true;
        }
        return ControlNodes.ofType(job.type()).isEmpty()
                && types.serving(job.type())
                        .filter(StepTypes.Server.PERSON::equals)
                        .isEmpty();
    }

    /** The answer as of now. */
    Effect.Answer current() {
        Header header = draft.header();
        var caller = header.replyTo();
        return new Effect.Answer(
                new Reply(
                        caller.address(),
                        caller.correlationId(),
                        header.id(),
                        header.status(),
                        header.reason(),
                        header.output(),
                        header.status() == ExecutionStatus.RESOLVED ? response() : null,
                        null,
                        header.messages()),
                caller.detail());
    }

    private Reply.Response response() {
        return draft.newestOfType(ResponseNode.TYPE)
                .filter(job ->
                        !job.pending() && job.result() != null && job.result().has("statusCode"))
                .map(job -> ResponseNode.of(job.result()))
                .orElse(null);
    }
}
