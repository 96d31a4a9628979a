package dev.millrace.model.document;

import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.descriptor.TriggerTypeDescriptor;
import java.util.Optional;

/** The node and trigger types that somebody serves. */
public interface TypeCatalogue {
    Optional<NodeTypeDescriptor> node(String type);

    Optional<TriggerTypeDescriptor> trigger(String type);
}
