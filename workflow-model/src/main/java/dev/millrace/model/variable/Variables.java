package dev.millrace.model.variable;

import com.fasterxml.jackson.databind.JsonNode;

/** What templates and expressions can see. Looking up never fails. */
@FunctionalInterface
public interface Variables {
    /** The value at the path; {@link com.fasterxml.jackson.databind.node.MissingNode} where there is none. */
    JsonNode lookup(VariablePath path);
}
