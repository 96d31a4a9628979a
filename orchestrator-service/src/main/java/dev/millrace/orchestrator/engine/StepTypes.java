package dev.millrace.orchestrator.engine;

import java.util.Optional;
import java.util.Set;

/** The node types that somebody outside the engine serves. The answer may change while executions run. */
@FunctionalInterface
public interface StepTypes {
    /** Who serves the type; empty when nobody ever announced it. */
    Optional<Server> serving(String type);

    enum Server {
        /** A program, which answers as soon as it can. */
        WORKER,
        /** People, who take the time they need. */
        PERSON
    }

    static StepTypes of(Set<String> workers, Set<String> people) {
        return type -> workers.contains(type)
                ? Optional.of(Server.WORKER)
                : Optional.of(Server.PERSON).filter(person -> people.contains(type));
    }
}
