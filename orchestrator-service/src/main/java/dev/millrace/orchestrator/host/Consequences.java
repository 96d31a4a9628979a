package dev.millrace.orchestrator.host;

import dev.millrace.messaging.DeadLetters;
import dev.millrace.messaging.Messages;
import dev.millrace.model.message.ExecutionEvent;
import dev.millrace.model.message.Reply;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.Topics;
import dev.millrace.orchestrator.engine.effect.Effect;
import dev.millrace.orchestrator.engine.effect.Errand;
import dev.millrace.orchestrator.engine.state.Changes;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.host.book.SlotDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What a turn sends once its changes are in the book. */
final class Consequences {
    private final Topics topics;
    private final DeadLetters deadLetters;
    private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    private final List<Reply> withExecution = new ArrayList<>();
    private final List<Errand> errands = new ArrayList<>();
    private final List<Repeat> repeats = new ArrayList<>();

    /** A caller of a repeated event waits for the outcome of the first one. */
    record Repeat(String originalId, Reply reply) {}

    Consequences(Topics topics, DeadLetters deadLetters) {
        this.topics = topics;
        this.deadLetters = deadLetters;
    }

    void add(Effect effect, ConsumerRecord<String, byte[]> cause) {
        if (effect instanceof Effect.Dispatch dispatch) {
            var command = dispatch.command();
            send(topics.stepCommands(command.type()), command.executionId(), command, cause);
        } else if (effect instanceof Effect.Stop stop) {
            var cancellation = stop.cancellation();
            send(topics.stepCancellations(), cancellation.jobId(), cancellation, cause);
        } else if (effect instanceof Effect.Proceed proceed) {
            send(topics.executionCommands(), proceed.command().executionId(), proceed.command(), cause);
        } else if (effect instanceof Effect.Answer answer) {
            answer(answer);
        }
    }

    private void answer(Effect.Answer answer) {
        if (answer.detail() == ReplyAddress.Detail.EXECUTION) {
            withExecution.add(answer.reply());
        } else {
            tell(answer.reply(), answer.detail());
        }
    }

    void slot(SlotDecision decision) {
        var command = SlotNews.command(decision);
        records.add(Messages.record(topics.executionCommands(), command.executionId(), command));
    }

    /** Tells the caller without the execution. */
    void tell(Reply reply, ReplyAddress.Detail detail) {
        if (detail == ReplyAddress.Detail.JOB) {
            report(ChildReport.ended(reply));
        } else {
            reply(reply);
        }
    }

    /** The outcome for a job that has called a workflow. */
    void report(StepResult result) {
        records.add(Messages.record(topics.stepResults(), result.executionId(), result));
    }

    void errand(Errand errand, ConsumerRecord<String, byte[]> cause) {
        errands.add(errand);
        send(new Errands(topics).record(errand), cause);
    }

    void reply(Reply reply) {
        records.add(Messages.record(topics.replies(), reply.address(), reply));
    }

    void repeat(Repeat repeat) {
        repeats.add(repeat);
    }

    void letter(ConsumerRecord<String, byte[]> cause, String reason) {
        records.add(deadLetters.of(cause, reason));
    }

    void event(Changes changes, Instant at, ConsumerRecord<String, byte[]> cause) {
        Header header = changes.header();
        var jobs = changes.jobs().stream()
                .map(job -> new ExecutionEvent.JobChange(
                        job.id(header.id()),
                        job.nodeKey(),
                        job.type(),
                        job.path().toString(),
                        job.status(),
                        job.attempt()))
                .toList();
        var event = new ExecutionEvent(
                header.id(),
                header.workflowId(),
                header.workflowKey(),
                header.advance(),
                header.status(),
                header.reason(),
                jobs,
                at);
        send(topics.executionEvents(), header.id(), event, cause);
    }

    private void send(String topic, String key, Object message, ConsumerRecord<String, byte[]> cause) {
        send(Messages.record(topic, key, message), cause);
    }

    private void send(ProducerRecord<String, byte[]> record, ConsumerRecord<String, byte[]> cause) {
        var trace = cause.headers().lastHeader(Topics.TRACE_HEADER);
        if (trace != null) {
            record.headers().add(trace);
        }
        records.add(record);
    }

    List<ProducerRecord<String, byte[]>> records() {
        return records;
    }

    List<Errand> errands() {
        return errands;
    }

    List<Reply> withExecution() {
        return withExecution;
    }

    List<Repeat> repeats() {
        return repeats;
    }
}
