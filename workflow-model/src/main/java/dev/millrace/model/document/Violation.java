package dev.millrace.model.document;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something that is wrong with a workflow document, or doubtful.
 *
 * @param pointer JSON pointer into the document; for what is missing, where it ought to be
 * @param code for machines, {@code snake_case}
 * @param detail one sentence for people, {@code Expected to ..., but ...}
 */
public record Violation(
        @JsonProperty("pointer") String pointer,
        @JsonProperty("code") String code,
        @JsonProperty("detail") String detail) {}
