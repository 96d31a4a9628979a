package dev.millrace.model.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import java.util.Locale;

/**
 * How many executions of a workflow may run at once.
 *
 * @param limit at least 1
 * @param key a template over {@code $context}: executions with the same value share the limit, others do not; null for one
 *     limit over all
 * @param overflow what becomes of a start beyond the limit
 */
public record Concurrency(
        @JsonProperty("limit") int limit,
        @JsonProperty("key") JsonNode key,
        @JsonProperty("overflow") Overflow overflow) {

    public Concurrency {
        limit = Math.max(1, limit);
        overflow = overflow == null ? Overflow.QUEUE : overflow;
    }

    /** Options in which {@code "concurrency": 3} stands as the object that it means; all others as they are. */
    static JsonNode spelledOut(JsonNode options) {
        if (!options.path("concurrency").isNumber()) {
            return options;
        }
        ObjectNode spelled = options.deepCopy();
        spelled.set("concurrency", Json.object().set("limit", options.path("concurrency")));
        return spelled;
    }

    public enum Overflow {
        /** It waits for its turn: by priority, then in the order in which the events happened. */
        QUEUE,
        /** It ends as ABORTED with {@code concurrency_limit}. */
        REJECT,
        /** The oldest of those that run or wait is cancelled with {@code superseded}, and it takes its place. */
        CANCEL_OLDER;

        @JsonCreator
        public static Overflow parse(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        @JsonValue
        public String toJson() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
