package dev.millrace.model.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which branch of its upstream node a node heads. Numbers are defined by the node type (condition: 1 = yes, 0 = no); 0 is
 * legal and significant. {@link #ERROR} heads the branch that is taken when the upstream node fails for good.
 */
public record BranchIndex(int number) {
    public static final BranchIndex ERROR = new BranchIndex(Integer.MIN_VALUE);

    private static final String ERROR_NAME = "error";

    public static BranchIndex of(int number) {
        return new BranchIndex(number);
    }

    @JsonCreator
    public static BranchIndex parse(Object value) {
        if (value instanceof Integer number) {
            return of(number);
        }
        if (ERROR_NAME.equals(value)) {
            return ERROR;
        }
        throw new IllegalArgumentException("Expected a whole number or \"error\" as branchIndex, but was " + value);
    }

    @JsonValue
    public Object toJson() {
        return isError() ? ERROR_NAME : number;
    }

    public boolean isError() {
        return equals(ERROR);
    }

    @Override
    public String toString() {
        return String.valueOf(toJson());
    }
}
