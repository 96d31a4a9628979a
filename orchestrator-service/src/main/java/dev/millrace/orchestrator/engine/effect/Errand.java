package dev.millrace.orchestrator.engine.effect;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.TriggerEvent;

/**
 * A record for another execution. Unlike an {@link Effect} it does not follow from the state: once the advance is written
 * nobody could tell again what was to be sent. So it is written with the changes, and forgotten only when it is sent.
 */
public sealed interface Errand {
    /** The execution it is for. */
    String executionId();

    /** A workflow is called. */
    record Start(TriggerEvent event) implements Errand {
        @Override
        public String executionId() {
            return event.executionId();
        }
    }

    /** Nobody waits any more for a workflow that was called. */
    record Abort(ExecutionCommand.Abort command) implements Errand {
        @Override
        public String executionId() {
            return command.executionId();
        }
    }
}
