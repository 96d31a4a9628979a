package dev.millrace.orchestrator.engine.effect;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.Reply;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.StepCancellation;
import dev.millrace.model.message.StepCommand;

/** What the host is to do once the changes are written. The record of history follows from the changes and is no effect. */
public sealed interface Effect {
    /** Ask a worker. */
    record Dispatch(StepCommand command) implements Effect {}

    /**
     * Answer the waiting caller.
     *
     * @param detail whether the host adds the execution as the API shows it, or tells a job that waits
     */
    record Answer(Reply reply, ReplyAddress.Detail detail) implements Effect {}

    /** Tell the workers that nobody waits for a step any more. Lost in a crash it is not made up for: results are refused anyway. */
    record Stop(StepCancellation cancellation) implements Effect {}

    /** Come back to the execution after others had their turn. */
    record Proceed(ExecutionCommand.Proceed command) implements Effect {}
}
