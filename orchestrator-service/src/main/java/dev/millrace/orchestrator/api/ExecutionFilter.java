package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.rest.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which executions are meant, in lists and in bulk commands alike; null means any.
 *
 * @param from created at this time or later, as an ISO instant
 * @param to created before this time, as an ISO instant
 * @param text stands in the event key, the reason or the context, in any case
 */
record ExecutionFilter(
        @JsonProperty("workflowKey") String workflowKey,
        @JsonProperty("workflowId") String workflowId,

        @JsonProperty("status") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> status,

        @JsonProperty("paused") Boolean paused,
        @JsonProperty("from") String from,
        @JsonProperty("to") String to,
        @JsonProperty("eventKey") String eventKey,
        @JsonProperty("parentExecutionId") String parentExecutionId,
        @JsonProperty("text") String text) {
    private static final char ESCAPE = '!';
    static final Duration ABOUT = Duration.ofHours(1);

    ExecutionFilter {
        status = status == null ? List.of() : List.copyOf(status);
    }

    boolean isEmpty() {
        return new Clauses(this, null).parameters.isEmpty();
    }

    /** A condition on the entity {@code e}, beginning with {@code where}, and its parameters. */
    Clauses clauses(UUID before) {
        return new Clauses(this, before);
    }

    static final class Clauses {
        private final StringBuilder text = new StringBuilder(" where 1 = 1");
        private final Map<String, Object> parameters = new HashMap<>();

        private Clauses(ExecutionFilter filter, UUID before) {
            and("e.workflowKey = :workflowKey", blankToNull(filter.workflowKey));
            and("e.workflowId = :workflowId", blankToNull(filter.workflowId));
            var statuses = statuses(filter.status);
            and("e.status in :statuses", statuses.isEmpty() ? null : statuses);
            and("e.paused = :paused", filter.paused);
            var from = time("from", filter.from);
            var to = time("to", filter.to);
            and("e.createdAt >= :from", from);
            and("e.createdAt < :to", to);
            // The table is ordered by ids, which are made of about the same time.
            and("e.id >= :fromId", from == null ? null : id(from.minus(ABOUT)));
            and("e.id < :toId", to == null ? null : id(to.plus(ABOUT)));
            and("e.eventKey = :eventKey", blankToNull(filter.eventKey));
            and("e.parentExecutionId = :parentExecutionId", blankToNull(filter.parentExecutionId));
            and(
                    "(lower(e.eventKey) like :text escape '!' or lower(e.reason) like :text escape '!'"
                            + " or lower(e.context) like :text escape '!')",
                    pattern(blankToNull(filter.text)),
                    "text");
            and("e.id < :before", before);
        }

        private void and(String clause, Object value) {
            and(clause, value, clause.substring(clause.indexOf(':') + 1));
        }

        private void and(String clause, Object value, String parameter) {
            if (value != null) {
                text.append(" and ").append(clause);
                parameters.put(parameter, value);
            }
        }

        String text() {
            return text.toString();
        }

        Map<String, Object> parameters() {
            return parameters;
        }
    }

    private static Set<String> statuses(List<String> names) {
        return names.stream()
                .flatMap(name -> List.of(name.split(",")).stream())
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .map(ExecutionFilter::status)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String status(String name) {
        try {
            return ExecutionStatus.valueOf(name.toUpperCase(Locale.ROOT)).name();
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(
                    "status", "Expected one of " + List.of(ExecutionStatus.values()) + ", but was " + name);
        }
    }

    static Instant time(String field, String time) {
        try {
            return blankToNull(time) == null ? null : Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw ProblemException.badRequest(field, "Expected a time like 2026-01-31T12:00:00Z, but was " + time);
        }
    }

    /** The least id that is made at the time. */
    static UUID id(Instant time) {
        return new UUID(time.toEpochMilli() << Short.SIZE, 0);
    }

    private static String pattern(String text) {
        if (text == null) {
            return null;
        }
        var pattern = new StringBuilder("%");
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c == '%' || c == '_' || c == ESCAPE) {
                pattern.append(ESCAPE);
            }
            pattern.append(c);
        }
        return pattern.append('%').toString();
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
