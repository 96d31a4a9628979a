package dev.millrace.orchestrator.engine;

import dev.millrace.orchestrator.engine.effect.Effect;
import dev.millrace.orchestrator.engine.state.Changes;
import java.util.List;
import java.util.Optional;

/**
 * What an input does to an execution. The host writes the changes, then performs the effects. A repeat changes nothing, but
 * may have effects: what the execution waits for is asked for again, with the same job ids.
 */
public record Advance(Optional<Changes> changes, List<Effect> effects) {
    public Advance {
        effects = List.copyOf(effects);
    }
}
