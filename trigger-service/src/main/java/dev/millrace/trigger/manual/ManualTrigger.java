package dev.millrace.trigger.manual;

import dev.millrace.model.descriptor.TriggerTypeDescriptor;
import dev.millrace.model.json.Json;
import dev.millrace.trigger.TriggerType;
import jakarta.inject.Singleton;

/** Starts a workflow by hand, from the UI or the API. */
@Singleton
public class ManualTrigger implements TriggerType {
    static final String TYPE = "manual";

    @Override
    public TriggerTypeDescriptor descriptor() {
        return new TriggerTypeDescriptor(
                TYPE,
                "Manual",
                "hand",
                Json.parse("{\"type\": \"object\", \"properties\": {}}"),
                Json.parse("{\"type\": \"object\", \"additionalProperties\": true}"),
                null,
                "Starts when a person or a program asks for it, with any object as the context. Every workflow can be started"
                        + " so, whatever its trigger; one of this type is started in no other way.",
                Json.object());
    }
}
