package dev.millrace.orchestrator.host;

import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static dev.millrace.orchestrator.host.HostHarness.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.messaging.Messages;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.Reply;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Concurrency limits on the real broker and the real database. */
class SlotTest extends HostFixture {
    private static final String HELD = "select count(*) from orchestrator.slot";

    private void limited(String concurrency) {
        harness.publish(workflow().head("a", ECHO, "{}").options("{'concurrency':" + concurrency + "}"));
    }

    private TriggerEvent event(String product, int priority) {
        return event(product, priority, null);
    }

    private TriggerEvent event(String product, int priority, ReplyAddress caller) {
        var event = harness.event(null);
        return new TriggerEvent(
                event.executionId(),
                event.workflowId(),
                event.workflowKey(),
                null,
                Json.object().put("product", product).put("priority", priority),
                event.stack(),
                caller,
                null,
                event.occurredAt());
    }

    private void awaitNoSlots() {
        soon().untilAsserted(() -> assertThat(harness.value(HELD)).isEqualTo("0"));
    }

    @Test
    void shouldQueueWhatIsBeyondTheLimitAndStartItWhenASlotIsFree() {
        // given
        harness.publish(workflow().head("a", ECHO, "{}").options("{'timeout':60000,'concurrency':{'limit':1}}"));
        var first = harness.fire(event("p", 0));
        var command = harness.command(commands.next());

        // when
        var second = harness.fire(event("p", 0));
        harness.awaitStatus(second, "QUEUED");
        assertThat(harness.value(
                        "select started_at is null and expires_at is null from orchestrator.execution where id = '"
                                + second + "'"))
                .isEqualTo("t");
        harness.answer(command, JobStatus.RESOLVED);

        // then
        harness.awaitStatus(first, "RESOLVED");
        var next = harness.command(commands.next());
        assertThat(next.executionId()).isEqualTo(second);
        assertThat(harness.value("select extract(epoch from expires_at - started_at)::int from orchestrator.execution"
                        + " where id = '" + second + "'"))
                .isEqualTo("60");
        harness.answer(next, JobStatus.RESOLVED);
        harness.awaitStatus(second, "RESOLVED");
        awaitNoSlots();
    }

    @Test
    void shouldTakeTheMoreUrgentFirst() {
        // given
        harness.publish(workflow()
                .head("a", ECHO, "{}")
                .options("{'concurrency':{'limit':1},'priority':'{{$context.priority}}'}"));
        harness.fire(event("p", 0));
        var command = harness.command(commands.next());
        var slow = harness.fire(event("p", 1));
        harness.awaitStatus(slow, "QUEUED");
        var urgent = harness.fire(event("p", 9));
        harness.awaitStatus(urgent, "QUEUED");

        // when
        harness.answer(command, JobStatus.RESOLVED);
        var second = harness.command(commands.next());
        harness.answer(second, JobStatus.RESOLVED);
        var third = harness.command(commands.next());

        // then
        assertThat(List.of(second.executionId(), third.executionId())).containsExactly(urgent, slow);
    }

    @Test
    void shouldRefuseByNameWhatDoesNotWantToWait() {
        // given
        limited("{'limit':1,'overflow':'reject'}");
        var first = harness.fire(event("p", 0));
        var command = harness.command(commands.next());

        // when
        var second = harness.fire(event("p", 0, new ReplyAddress("here", "c", ReplyAddress.Detail.OUTCOME)));

        // then
        harness.awaitStatus(second, "ABORTED");
        assertThat(harness.value("select reason from orchestrator.execution where id = '" + second + "'"))
                .contains("concurrency_limit", "at most 1 executions", "options.concurrency.limit");
        try (var replies = harness.tail(harness.topics.replies())) {
            var reply = Messages.decode(replies.next(), Reply.class);
            assertThat(reply.status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(reply.reason().code()).isEqualTo("concurrency_limit");
        }
        harness.answer(command, JobStatus.RESOLVED);
        harness.awaitStatus(first, "RESOLVED");
        awaitNoSlots();
    }

    @Test
    void shouldLetTheNewestTakeThePlaceOfOlderOnes() {
        // given
        limited("{'limit':1,'overflow':'cancel-older'}");
        var first = harness.fire(event("p", 0));
        commands.next();

        // when
        var others = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            others.add(harness.fire(event("p", 0)));
            harness.awaitStatus(i == 0 ? first : others.get(i - 1), "CANCELED");
        }
        var last = others.remove(4);

        // then
        harness.awaitStatus(last, "STARTED");
        assertThat(harness.value("select reason from orchestrator.execution where id = '" + first + "'"))
                .contains("superseded", "a newer one has taken its place");
        soon().untilAsserted(() -> assertThat(harness.value(HELD)).isEqualTo("1"));
    }

    @Test
    void shouldGiveTheSlotOfACancelledOrFailedOneToTheNext() {
        // given
        limited("{'limit':1}");
        var first = harness.fire(event("p", 0));
        commands.next();
        var second = harness.fire(event("p", 0));
        harness.awaitStatus(second, "QUEUED");
        var third = harness.fire(event("p", 0));
        harness.awaitStatus(third, "QUEUED");

        // when
        for (String id : List.of(second, first)) {
            harness.send(
                    Messages.record(harness.topics.executionCommands(), id, new ExecutionCommand.Cancel(id, "ann")));
            harness.awaitStatus(id, "CANCELED");
        }
        var command = harness.command(commands.next());
        harness.answer(command, JobStatus.FAILED);

        // then
        assertThat(command.executionId()).isEqualTo(third);
        harness.awaitStatus(third, "FAILED");
        awaitNoSlots();
    }

    @Test
    void shouldTellAgainWhatACrashLeftUntold() {
        // given
        limited("{'limit':1}");
        harness.fire(event("p", 0));
        var command = harness.command(commands.next());
        var second = harness.fire(event("p", 0));
        harness.awaitStatus(second, "QUEUED");

        // when: the slot was given, and the host crashed before it told so
        harness.restart(() -> harness.execute(
                "update orchestrator.slot set state = 'HELD', decided_at = now() - interval '1 minute' where execution_id = '"
                        + second + "'"));

        // then
        assertThat(harness.command(commands.next()).executionId()).isIn(second, command.executionId());
        harness.awaitStatus(second, "STARTED");
    }

    @Test
    void shouldNotLeakTheSlotOfAnExecutionThatIsGone() {
        // given
        limited("{'limit':1}");
        harness.fire(event("p", 0));
        var command = harness.command(commands.next());
        var second = harness.fire(event("p", 0));
        harness.awaitStatus(second, "QUEUED");

        // when
        harness.execute("delete from orchestrator.execution where id = '" + command.executionId() + "'");

        // then
        harness.awaitStatus(second, "STARTED");
    }

    /** Two hosts, one of them closed in the midst of it, and a limit of one for each of ten keys. */
    @Test
    void shouldRunFiveHundredOneAfterAnotherPerKeyWhileHostsComeAndGo() {
        // given
        int count = 500;
        long seed = Long.getLong("slot.seed", System.nanoTime());
        var random = new SplittableRandom(seed);
        limited("{'limit':1,'key':'{{$context.product}}'}");
        var second = harness.newHost();
        Map<String, String> products = new HashMap<>();

        // when
        for (int i = 0; i < count; i++) {
            var event = event("p" + random.nextInt(10), 0);
            products.put(event.executionId(), event.context().path("product").textValue());
            harness.sendLater(Messages.record(harness.topics.triggerEvents(), event.executionId(), event));
        }
        var answered = new HashSet<String>();
        var open = new HashMap<String, StepCommand>();
        boolean closed = false;
        boolean replayed = false;
        while (answered.size() < count) {
            takeCommands(products, answered, open, seed);
            for (var one : List.copyOf(open.values())) {
                if (open.size() == 1 || random.nextInt(3) > 0) {
                    open.remove(one.executionId());
                    answered.add(one.executionId());
                    harness.answer(one, JobStatus.RESOLVED);
                }
            }
            if (!closed && answered.size() > count / 3) {
                closed = true;
                second.close();
            }
            if (!replayed && answered.size() > count / 2) {
                replayed = true;
                harness.restart(harness::forgetOffsets);
            }
        }

        // then
        soon().untilAsserted(() -> assertThat(
                        harness.value("select count(*) from orchestrator.execution where status = 'RESOLVED'"))
                .as("seed " + seed)
                .isEqualTo(String.valueOf(count)));
        awaitNoSlots();
    }

    /** The moment a second execution of a key is asked for, the one before must have been answered. */
    private void takeCommands(
            Map<String, String> products, Set<String> answered, Map<String, StepCommand> open, long seed) {
        soon().until(() -> {
            for (var record : commands.drain()) {
                var command = harness.command(record);
                if (!answered.contains(command.executionId())) {
                    open.put(command.executionId(), command);
                }
            }
            return !open.isEmpty();
        });
        var busy = new HashSet<String>();
        open.keySet().forEach(id -> assertThat(busy.add(products.get(id)))
                .as("product %s has one at a time, seed %d", products.get(id), seed)
                .isTrue());
    }
}
