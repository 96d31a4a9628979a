package dev.millrace.orchestrator.host;

import dev.millrace.orchestrator.engine.effect.Effect;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * What this thread has asked for since it holds an execution. A record that comes twice makes the engine ask again for all
 * that the execution waits for; only what a crashed owner may have left unsaid is said again. Without this, one repeated
 * step would double every later step of its execution: each repeated result asks again for the step after it. Not
 * thread-safe, and gone with the state that it belongs to whenever a turn fails.
 */
final class Asked {
    private final Map<String, Integer> attempts = new HashMap<>(4);
    private long proceeding = -1;

    /** @return whether it was not asked for before; what is no question is always new */
    boolean add(Effect effect) {
        if (effect instanceof Effect.Dispatch dispatch) {
            var attempt =
                    attempts.put(dispatch.command().jobId(), dispatch.command().attempt());
            return attempt == null || attempt != dispatch.command().attempt();
        }
        if (effect instanceof Effect.Proceed proceed) {
            long before = proceeding;
            proceeding = proceed.command().advance();
            return before != proceeding;
        }
        return true;
    }

    /** Nobody asks again for a job that has ended. */
    void forgetEnded(ExecutionState state) {
        if (!attempts.isEmpty()) {
            var open = new HashSet<String>();
            state.pending()
                    .values()
                    .forEach(job -> open.add(job.id(state.header().id())));
            attempts.keySet().retainAll(open);
        }
    }
}
