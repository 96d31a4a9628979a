package dev.millrace.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A text of a step's config that contains {@code {{$env.NAME}}}. The worker puts it together, so that secrets never stand
 * on Kafka or in history. The text comes in parts rather than as a template, because a value from the context that happens
 * to contain such a template must stay plain text.
 *
 * @param pointer JSON pointer into the config; what stands there is replaced
 * @param parts in order; a single env part keeps the type of its value
 */
public record SecretReference(
        @JsonProperty("pointer") String pointer,
        @JsonProperty("parts") List<Part> parts) {

    /** Exactly one of the two is set. */
    public record Part(
            @JsonProperty("text") String text,
            @JsonProperty("env") String env) {
        public static Part text(String text) {
            return new Part(text, null);
        }

        public static Part env(String name) {
            return new Part(null, name);
        }
    }
}
