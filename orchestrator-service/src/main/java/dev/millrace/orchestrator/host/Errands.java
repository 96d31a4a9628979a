package dev.millrace.orchestrator.host;

import dev.millrace.messaging.Messages;
import dev.millrace.model.message.Topics;
import dev.millrace.orchestrator.engine.effect.Errand;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Errands as records. */
record Errands(Topics topics) {

    ProducerRecord<String, byte[]> record(Errand errand) {
        return errand instanceof Errand.Start start
                ? Messages.record(topics.triggerEvents(), errand.executionId(), start.event())
                : Messages.record(topics.executionCommands(), errand.executionId(), ((Errand.Abort) errand).command());
    }
}
