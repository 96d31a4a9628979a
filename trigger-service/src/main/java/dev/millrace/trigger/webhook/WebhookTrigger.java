package dev.millrace.trigger.webhook;

import dev.millrace.model.descriptor.TriggerTypeDescriptor;
import dev.millrace.model.json.Json;
import dev.millrace.trigger.TriggerType;
import jakarta.inject.Singleton;

/** Starts a workflow by an HTTP call to {@code /webhooks/<workflow key>}. */
@Singleton
public class WebhookTrigger implements TriggerType {
    static final String TYPE = "webhook";

    private static final String CONTEXT = """
            {"type": "object", "properties": {
              "body": {"title": "Body", "description": "JSON as it came; a form as an object of texts; a text as a text"},
              "headers": {"title": "Headers", "type": "object", "additionalProperties": {"type": "string"},
                "description": "Names in lower case; authorization and cookies are left out"},
              "query": {"title": "Query", "type": "object",
                "additionalProperties": {"type": ["string", "array"], "items": {"type": "string"}}}}}
            """;

    @Override
    public TriggerTypeDescriptor descriptor() {
        return new TriggerTypeDescriptor(
                TYPE,
                "Webhook",
                "webhook",
                Json.parse("{\"type\": \"object\", \"properties\": {}}"),
                Json.parse(CONTEXT),
                null,
                "Starts when another system posts to /webhooks/<workflow key>. An asynchronous workflow is acknowledged as"
                        + " soon as the event is safe; a synchronous one answers with its Response node, or with its output."
                        + " With the header Idempotency-Key a repeated call starts nothing.",
                Json.object());
    }
}
