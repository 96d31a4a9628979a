package dev.millrace.orchestrator.host;

import dev.millrace.model.message.TriggerEvent;
import dev.millrace.orchestrator.engine.Input;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One record and what it asks for. */
record Work(String executionId, Input input, ConsumerRecord<String, byte[]> record) {
    Optional<TriggerEvent> event() {
        return input instanceof Input.Start start ? Optional.of(start.event()) : Optional.empty();
    }

    boolean isStart() {
        return input instanceof Input.Start;
    }
}
