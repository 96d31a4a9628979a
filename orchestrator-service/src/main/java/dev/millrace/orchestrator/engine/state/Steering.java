package dev.millrace.orchestrator.engine.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What people did to an execution, and what has to be remembered for them.
 *
 * @param taken how many commands of people the execution has taken
 * @param run how often it was retried after it had ended
 * @param pause null unless it is paused
 * @param acts what was done to it, oldest first; the newest {@value #KEPT} only
 * @param unfinished where a retry goes on; null unless the execution ended badly
 * @param rerunOf null unless it began at a node of an earlier execution
 */
public record Steering(
        @JsonProperty("taken") int taken,
        @JsonProperty("run") int run,
        @JsonProperty("pause") Pause pause,
        @JsonProperty("acts") List<Act> acts,
        @JsonProperty("unfinished") Unfinished unfinished,
        @JsonProperty("rerunOf") RerunOf rerunOf) {
    /** Of an execution that nobody has steered. */
    public static final Steering NONE = new Steering(0, 0, null, List.of(), null, null);

    private static final int KEPT = 100;

    public Steering {
        acts = acts == null ? List.of() : List.copyOf(acts);
    }

    /** @param at since when no time passes for the execution */
    public record Pause(
            @JsonProperty("by") String by,
            @JsonProperty("at") Instant at) {}

    /** @param detail one sentence, or null */
    public record Act(
            @JsonProperty("action") String action,
            @JsonProperty("by") String by,
            @JsonProperty("at") Instant at,
            @JsonProperty("detail") String detail) {}

    /**
     * Where an execution comes from.
     *
     * @param path of the node's run, or the empty text
     * @param lastSequence of the jobs that were taken over; later ones are the execution's own
     */
    public record RerunOf(
            @JsonProperty("executionId") String executionId,
            @JsonProperty("nodeKey") String nodeKey,
            @JsonProperty("path") String path,
            @JsonProperty("by") String by,
            @JsonProperty("lastSequence") int lastSequence) {}

    public Steering act(Act act) {
        var all = new ArrayList<>(acts);
        all.add(act);
        return new Steering(
                taken + 1, run, pause, all.subList(Math.max(0, all.size() - KEPT), all.size()), unfinished, rerunOf);
    }

    public Steering paused(Pause newPause) {
        return new Steering(taken, run, newPause, acts, unfinished, rerunOf);
    }

    /** As it is once the execution has ended. */
    public Steering ended(Unfinished newUnfinished) {
        return new Steering(taken, run, null, acts, newUnfinished, rerunOf);
    }

    public Steering reopened() {
        return new Steering(taken, run + 1, null, acts, null, rerunOf);
    }

    public Steering rerun(RerunOf origin) {
        return new Steering(taken, run, pause, acts, unfinished, origin);
    }
}
