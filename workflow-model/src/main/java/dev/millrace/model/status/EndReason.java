package dev.millrace.model.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why an execution ended otherwise than by running to its end.
 *
 * @param code for machines: {@code timeout}, {@code manual_cancel}, {@code parent_aborted}, or the code of a named error
 * @param by the person who did it, or null
 * @param detail one sentence for people, or null
 */
public record EndReason(
        @JsonProperty("code") String code,
        @JsonProperty("by") String by,
        @JsonProperty("detail") String detail) {
    public static final String TIMEOUT = "timeout";
    public static final String MANUAL_CANCEL = "manual_cancel";
    public static final String PARENT_ABORTED = "parent_aborted";

    public static EndReason of(String code, String detail) {
        return new EndReason(code, null, detail);
    }
}
