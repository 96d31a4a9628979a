package dev.millrace.model.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * How often and how patiently a failed step is tried again.
 *
 * @param maxAttempts all attempts, the first included; 1 to 100
 * @param delay wait before the second attempt, in ms
 * @param backoff how the wait grows
 * @param maxDelay upper bound of one wait in ms, or null for none
 * @param on error codes that are worth another attempt, or null for all
 */
public record RetryPolicy(
        @JsonProperty("maxAttempts") int maxAttempts,
        @JsonProperty("delay") long delay,
        @JsonProperty("backoff") Backoff backoff,
        @JsonProperty("maxDelay") Long maxDelay,
        @JsonProperty("on") List<String> on) {

    public RetryPolicy {
        backoff = backoff == null ? Backoff.CONSTANT : backoff;
    }

    public enum Backoff {
        CONSTANT,
        EXPONENTIAL;

        @JsonCreator
        public static Backoff parse(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        public String toJson() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
