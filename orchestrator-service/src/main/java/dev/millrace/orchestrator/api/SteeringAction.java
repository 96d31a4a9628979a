package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.ExecutionIds;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.SteerRetry;
import dev.millrace.rest.ProblemException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** What a person can ask of an execution, and when. */
enum SteeringAction {
    CANCEL {
        @Override
        Answer of(SteeringTarget target, Ask ask) {
            return target.status().ended()
                    ? ended(target)
                    : command(new ExecutionCommand.Cancel(
                            target.id(), ask.by(), target.steering().run()));
        }
    },
    PAUSE {
        @Override
        Answer of(SteeringTarget target, Ask ask) {
            if (target.status().ended()) {
                return ended(target);
            }
            if (target.paused() || target.status() != ExecutionStatus.STARTED) {
                return refused(
                        target.paused() ? "already_paused" : "not_started",
                        "Expected an execution under way, but it is " + state(target));
            }
            return command(new ExecutionCommand.Pause(
                    target.id(), ask.by(), target.steering().taken()));
        }
    },
    RESUME {
        @Override
        Answer of(SteeringTarget target, Ask ask) {
            return target.paused()
                    ? command(new ExecutionCommand.Resume(
                            target.id(), ask.by(), target.steering().taken()))
                    : refused("not_paused", "Expected a paused execution, but it is " + state(target));
        }
    },
    RETRY {
        @Override
        Answer of(SteeringTarget target, Ask ask) {
            return !target.status().ended() || SteerRetry.accepts(target.status(), target.steering())
                    ? command(new ExecutionCommand.Retry(target.id(), ask.by(), target.advance()))
                    : refused(
                            "nothing_to_retry",
                            "Expected an execution that ended badly in a node, but it is " + state(target)
                                    + ": rerun it to begin anew");
        }
    },
    RERUN {
        @Override
        Answer of(SteeringTarget target, Ask ask) {
            return command(new ExecutionCommand.Rerun(
                    ExecutionIds.random(Instant.now(), RANDOM),
                    target.id(),
                    target.workflowId(),
                    target.workflowKey(),
                    ask.nodeKey(),
                    ask.path(),
                    ask.context(),
                    target.stack(),
                    ask.by()));
        }
    };

    private static final RandomGenerator RANDOM = new SecureRandom();

    abstract Answer of(SteeringTarget target, Ask ask);

    /**
     * Who asks, and where a rerun begins.
     *
     * @param nodeKey null for the first node
     * @param path null for the newest run of the node
     * @param context null for the one there was
     */
    record Ask(String by, String nodeKey, String path, JsonNode context) {}

    sealed interface Answer {}

    record Command(ExecutionCommand command) implements Answer {}

    record Refused(String code, String sentence) implements Answer {}

    static SteeringAction named(String name) {
        for (SteeringAction action : values()) {
            if (action.toString().equals(name)) {
                return action;
            }
        }
        throw ProblemException.badRequest("action", "Expected one of " + List.of(values()) + ", but was " + name);
    }

    private static Answer command(ExecutionCommand command) {
        return new Command(command);
    }

    private static Answer ended(SteeringTarget target) {
        return refused("already_ended", "Expected an execution under way, but it is " + target.status());
    }

    private static Answer refused(String code, String sentence) {
        return new Refused(code, sentence);
    }

    private static String state(SteeringTarget target) {
        return target.paused() ? "paused" : target.status().name();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
