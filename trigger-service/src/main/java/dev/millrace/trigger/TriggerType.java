package dev.millrace.trigger;

import dev.millrace.model.descriptor.TriggerTypeDescriptor;

/** A trigger type that this service serves. Every bean of this type is announced at start. */
public interface TriggerType {
    TriggerTypeDescriptor descriptor();
}
