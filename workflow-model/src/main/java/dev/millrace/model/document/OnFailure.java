package dev.millrace.model.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the final failure of a node does to its execution. */
public enum OnFailure {
    /** Ends the list the node stands in with the node's status; the default. */
    FAIL,
    /** Goes on as if resolved, with the error as the node's result. */
    CONTINUE,
    /** Runs the node's error branch, then goes on behind the node. */
    BRANCH;

    @JsonCreator
    public static OnFailure parse(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    public String toJson() {
        return name().toLowerCase(Locale.ROOT);
    }
}
