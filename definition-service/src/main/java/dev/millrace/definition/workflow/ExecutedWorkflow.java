package dev.millrace.definition.workflow;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.millrace.messaging.Messages;
import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.ExecutionEvent;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads of an {@link ExecutionEvent} only whose it is, and not a byte more: there is an event for every advance of every execution. */
final class ExecutedWorkflow {
    private static final String FIELD = "workflowId";

    private ExecutedWorkflow() {}

    /**
     * The id of the version that was executed; empty when the event names none.
     *
     * @throws UndecodableRecordException when the record is no event, or of a version that is not known yet
     */
    static Optional<String> of(ConsumerRecord<String, byte[]> event) {
        Messages.requireKnownVersion(event, ExecutionEvent.class);
        if (event.value() == null) {
            throw new UndecodableRecordException("Expected an ExecutionEvent, but the record is empty", null);
        }
        try (var parser = Json.mapper().getFactory().createParser(event.value())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UndecodableRecordException("Expected an ExecutionEvent, but it is no object", null);
            }
            return find(parser);
        } catch (IOException e) {
            throw new UndecodableRecordException(
                    "Expected an ExecutionEvent, but could not read it: " + e.getMessage(), e);
        }
    }

    private static Optional<String> find(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = FIELD.equals(parser.currentName());
            parser.nextToken();
            if (wanted) {
                return Optional.ofNullable(parser.getValueAsString());
            }
            parser.skipChildren();
        }
        return Optional.empty();
    }
}
