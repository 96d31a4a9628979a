package dev.millrace.orchestrator.host;

import dev.millrace.model.message.Reply;
import dev.millrace.orchestrator.engine.effect.Errand;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.host.book.Book;
import dev.millrace.orchestrator.host.book.ExecutionWrite;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** What happens once a turn is in the book: callers are answered, records are sent, unwanted history goes. */
final class Aftermath {
    private static final Logger LOG = Logger.getLogger(Aftermath.class);
    /** A read that hangs must not hold up the executions of everybody else; the caller is answered without it. */
    private static final long READ_SECONDS = 5;

    private final Book book;
    private final Outbox outbox;
    private final Knowledge knowledge;
    private final ExecutionReader reader;
    private final Metrics metrics;
    private final Consumer<Instant> timerSet;

    /** @param timerSet is told when each timer is due that was set */
    Aftermath(
            Book book,
            Outbox outbox,
            Knowledge knowledge,
            ExecutionReader reader,
            Metrics metrics,
            Consumer<Instant> timerSet) {
        this.book = book;
        this.outbox = outbox;
        this.knowledge = knowledge;
        this.reader = reader;
        this.metrics = metrics;
        this.timerSet = timerSet;
    }

    void send(Consequences consequences) {
        outbox.send(consequences.records());
    }

    /** Begins to tell what the turn has changed; {@link Followed#settle} returns once it is told. */
    Followed follow(Collection<ExecutionWrite> writes, Collection<ExecutionState> states, Consequences consequences) {
        answerRepeats(consequences);
        answerWithExecutions(consequences);
        writes.forEach(this::note);
        return new Followed(outbox.begin(consequences.records()), consequences.errands(), unwanted(states));
    }

    /** A turn whose records are on their way to Kafka. */
    final class Followed {
        private final Outbox.Sending sending;
        private final List<Errand> errands;
        private final List<Header> unwanted;

        private Followed(Outbox.Sending sending, List<Errand> errands, List<Header> unwanted) {
            this.sending = sending;
            this.errands = errands;
            this.unwanted = unwanted;
        }

        /** Unwanted history goes last: as long as it is there, a repeat can tell again what was lost on the way. */
        void settle() {
            sending.await();
            book.forgetErrands(errands);
            book.delete(unwanted);
        }
    }

    private void note(ExecutionWrite write) {
        write.timers().values().forEach(due -> due.ifPresent(timerSet));
        if (write.isCreated()) {
            metrics.started(1);
        }
        if (write.header().status().ended()) {
            metrics.ended(write.header().status().name());
        }
    }

    private void answerRepeats(Consequences consequences) {
        var originals = book.headers(consequences.repeats().stream()
                .map(Consequences.Repeat::originalId)
                .distinct()
                .toList());
        for (var repeat : consequences.repeats()) {
            var original = originals.get(repeat.originalId());
            consequences.reply(original == null ? repeat.reply() : Refusals.outcome(repeat.reply(), original));
        }
    }

    /** All are read at once; the batch waits for the slowest. */
    private void answerWithExecutions(Consequences consequences) {
        var reading = consequences.withExecution().stream().map(this::read).toList();
        reading.stream().map(CompletableFuture::join).forEach(consequences::reply);
    }

    private CompletableFuture<Reply> read(Reply reply) {
        return reader.read(reply.executionId())
                .toCompletableFuture()
                .orTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .thenApply(execution -> reply.withExecution(execution.orElse(null)))
                .exceptionally(failure -> withoutExecution(reply, failure));
    }

    /** The outcome is worth telling even so: whoever wants the execution can read it by its id. */
    private static Reply withoutExecution(Reply reply, Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        LOG.warnf("Expected to read execution %s for its caller, but: %s", reply.executionId(), cause);
        return reply;
    }

    /** The executions whose workflow does not want to keep them. */
    private List<Header> unwanted(Collection<ExecutionState> states) {
        return states.stream()
                .filter(Objects::nonNull)
                .map(ExecutionState::header)
                .filter(header -> header.status().ended() && isUnwanted(header))
                .toList();
    }

    private boolean isUnwanted(Header header) {
        Optional<WorkflowGraph> graph = knowledge.definitions().graph(header.workflowId());
        return graph.filter(known -> known.options()
                        .deleteExecutionOnStatus()
                        .contains(header.status().code()))
                .isPresent();
    }
}
