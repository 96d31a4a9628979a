package dev.millrace.orchestrator.host;

import dev.millrace.messaging.Messages;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.DeadLetter;
import dev.millrace.model.message.Reply;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.Topics;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.JobStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** What goes out in place of a record that Kafka will never take: somebody waits for it and must hear so. */
final class TooLarge {
    private static final Logger LOG = Logger.getLogger(TooLarge.class);
    private static final String CODE = "payload_too_large";

    private final Topics topics;

    TooLarge(Topics topics) {
        this.topics = topics;
    }

    List<ProducerRecord<String, byte[]>> instead(ProducerRecord<String, byte[]> record) {
        var sentence = "Expected a record that Kafka takes, but %s for %s has %d bytes"
                .formatted(record.topic(), record.key(), record.value().length);
        LOG.error(sentence);
        if (record.topic().startsWith(topics.stepCommands(""))) {
            return List.of(failedStep(Json.read(record.value(), StepCommand.class), sentence));
        }
        if (record.topic().equals(topics.stepResults())) {
            return List.of(failedReport(Json.read(record.value(), StepResult.class), sentence));
        }
        if (record.topic().equals(topics.triggerEvents())) {
            return refusedCall(Json.read(record.value(), TriggerEvent.class), record, sentence);
        }
        if (record.topic().equals(topics.replies())) {
            return List.of(shortReply(Json.read(record.value(), Reply.class)));
        }
        return List.of(letter(record, sentence));
    }

    private ProducerRecord<String, byte[]> failedStep(StepCommand command, String sentence) {
        var result = new StepResult(
                command.executionId(),
                command.jobId(),
                command.attempt(),
                JobStatus.ERROR,
                Json.object().put("code", CODE).put("message", sentence),
                CODE,
                sentence);
        return Messages.record(topics.stepResults(), command.executionId(), result);
    }

    /** Of a called workflow, for the job that waits for it. */
    private ProducerRecord<String, byte[]> failedReport(StepResult report, String sentence) {
        var failed = new StepResult(
                report.executionId(),
                report.jobId(),
                report.attempt(),
                JobStatus.ERROR,
                Json.object().put("code", CODE).put("message", sentence),
                CODE,
                report.log());
        return Messages.record(topics.stepResults(), failed.executionId(), failed);
    }

    private List<ProducerRecord<String, byte[]>> refusedCall(
            TriggerEvent event, ProducerRecord<String, byte[]> record, String sentence) {
        if (event.replyTo() == null || event.replyTo().detail() != ReplyAddress.Detail.JOB) {
            return List.of(letter(record, sentence));
        }
        var refused = ChildReport.refused(event.replyTo(), EndReason.of(CODE, sentence));
        return List.of(Messages.record(topics.stepResults(), refused.executionId(), refused));
    }

    private ProducerRecord<String, byte[]> shortReply(Reply reply) {
        var shorter = new Reply(
                reply.address(),
                reply.correlationId(),
                reply.executionId(),
                reply.status(),
                reply.reason(),
                null,
                null,
                null);
        return Messages.record(topics.replies(), reply.address(), shorter);
    }

    private ProducerRecord<String, byte[]> letter(ProducerRecord<String, byte[]> record, String sentence) {
        var letter = new ProducerRecord<>(topics.deadLetters(), record.key(), new byte[0]);
        letter.headers()
                .add(DeadLetter.TOPIC_HEADER, record.topic().getBytes(StandardCharsets.UTF_8))
                .add(DeadLetter.REASON_HEADER, sentence.getBytes(StandardCharsets.UTF_8));
        return letter;
    }
}
