package dev.millrace.orchestrator.api.deadletter;

import dev.millrace.model.message.DeadLetter;
import dev.millrace.orchestrator.api.deadletter.DeadLetterView.LetterState;
import dev.millrace.rest.ProblemException;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which letters are asked for. */
record LetterFilter(
        @Parameter(description = "Where the record came from, by its whole name") @RestQuery
        String topic,

        @Parameter(description = "Stands in the reason, in any case") @RestQuery
        String reason,

        @Parameter(description = "open (default), replayed, discarded, all") @RestQuery
        String state) {
    private static final String ALL = "all";

    boolean accepts(Letter letter) {
        return matchesTopic(letter) && matchesReason(letter) && matchesState(letter);
    }

    /** So that a state that there is not is refused before anything is read. */
    void check() {
        if (state != null && !ALL.equals(state)) {
            named();
        }
    }

    private boolean matchesTopic(Letter letter) {
        return topic == null || topic.isBlank() || topic.equals(letter.header(DeadLetter.TOPIC_HEADER));
    }

    private boolean matchesReason(Letter letter) {
        var given = letter.header(DeadLetter.REASON_HEADER);
        return reason == null
                || given != null && given.toLowerCase(Locale.ROOT).contains(reason.toLowerCase(Locale.ROOT));
    }

    private boolean matchesState(Letter letter) {
        return ALL.equals(state) || letter.state() == (state == null ? LetterState.OPEN : named());
    }

    private LetterState named() {
        try {
            return LetterState.valueOf(state.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(
                    "state", "Expected one of all, " + List.of(LetterState.values()) + ", but was " + state);
        }
    }
}
