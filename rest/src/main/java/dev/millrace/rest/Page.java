package dev.millrace.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A list as every list is answered.
 *
 * @param nextCursor what to ask for next, or null at the end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(
        @JsonProperty("items") List<T> items,
        @JsonProperty("nextCursor") String nextCursor) {
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
