package dev.millrace.orchestrator.engine.state;

import dev.millrace.model.message.TimerKey;
import dev.millrace.orchestrator.engine.effect.Errand;
import java.util.List;

/**
 * What one advance changes, as whole records: writing them twice is harmless.
 *
 * @param header the header after the advance
 * @param jobs created or changed, each once, in its last state, by sequence
 * @param created whether the execution itself came into being
 * @param timersSet new or moved
 * @param timersCleared to be forgotten; those that have just come due are among them
 * @param errands to be sent for certain
 */
public record Changes(
        Header header,
        List<Job> jobs,
        boolean created,
        List<Timer> timersSet,
        List<TimerKey> timersCleared,
        List<Errand> errands) {

    public Changes {
        jobs = List.copyOf(jobs);
        timersSet = List.copyOf(timersSet);
        timersCleared = List.copyOf(timersCleared);
        errands = List.copyOf(errands);
    }
}
