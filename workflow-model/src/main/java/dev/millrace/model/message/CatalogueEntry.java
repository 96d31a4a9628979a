package dev.millrace.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.descriptor.TriggerTypeDescriptor;

/**
 * A node type or a trigger type that somebody serves. Topic {@code node-types} (compacted), key = {@link #recordKey()};
 * written by every service at start for the types it serves. Exactly one of the two is set.
 */
public record CatalogueEntry(
        @JsonProperty("node") NodeTypeDescriptor node,
        @JsonProperty("trigger") TriggerTypeDescriptor trigger) {

    public CatalogueEntry {
        if ((node == null) == (trigger == null)) {
            throw new IllegalArgumentException(
                    "Expected either a node type or a trigger type, but got both or neither");
        }
    }

    public static CatalogueEntry of(NodeTypeDescriptor node) {
        return new CatalogueEntry(node, null);
    }

    public static CatalogueEntry of(TriggerTypeDescriptor trigger) {
        return new CatalogueEntry(null, trigger);
    }

    /** The node type itself, or {@code trigger:} and the trigger type: the two share names (action, approval). */
    public String recordKey() {
        return node != null ? node.type() : "trigger:" + trigger.type();
    }
}
