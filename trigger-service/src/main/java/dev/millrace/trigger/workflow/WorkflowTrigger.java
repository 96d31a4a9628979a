package dev.millrace.trigger.workflow;

import dev.millrace.model.descriptor.TriggerTypeDescriptor;
import dev.millrace.model.json.Json;
import dev.millrace.trigger.TriggerType;
import jakarta.inject.Singleton;

/** Starts a workflow when another one calls it. The orchestrator itself starts it: nothing has to be watched here. */
@Singleton
public class WorkflowTrigger implements TriggerType {
    static final String TYPE = "workflow";

    @Override
    public TriggerTypeDescriptor descriptor() {
        return new TriggerTypeDescriptor(
                TYPE,
                "Called by a workflow",
                "apartment",
                Json.parse("{\"type\": \"object\", \"properties\": {}}"),
                Json.parse("{\"type\": \"object\", \"additionalProperties\": true}"),
                null,
                "Starts when an \"Invoke workflow\" node of another workflow calls it, with the context that the node gives. A"
                        + " workflow of any other type can be called so as well, if its context is given; one of this type is"
                        + " started in no other way but by hand. It need not be enabled.",
                Json.object());
    }
}
