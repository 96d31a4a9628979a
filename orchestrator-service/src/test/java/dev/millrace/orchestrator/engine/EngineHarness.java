package dev.millrace.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.StepCancellation;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.TimerKey;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.effect.Effect;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.engine.state.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs one execution in memory as the host does: gives the engine its inputs, moves its clock, writes its {@link Rows} and
 * hears its {@link Wishes}. Every advance is checked: it leaves the state alone, comes out the same a second time and from
 * the state that the rows tell.
 */
public final class EngineHarness {
    public static final Instant START = Instant.parse("2026-01-15T10:00:00Z");
    public static final String ID = "e1";

    private static final StepTypes TYPES = StepTypes.of(Set.of("work"), Set.of("manual"));

    /** Every workflow whose key begins with {@code sub} can be called. */
    static final Callees CALLEES = (key, at) -> Optional.of(key)
            .filter(known -> known.startsWith("sub"))
            .map(known -> Workflows.workflow().version("v-" + known, known));

    private final Engine engine;
    private final WorkflowGraph graph;
    private final Rows rows = new Rows();
    private final Wishes wishes = new Wishes();
    private final Set<String> taken = new HashSet<>();
    private Instant now = START;

    public EngineHarness(WorkflowGraph graph, Limits limits) {
        this(graph, limits, CALLEES);
    }

    private EngineHarness(WorkflowGraph graph, Limits limits, Callees callees) {
        this.engine = new Engine(limits, TYPES, callees, ZoneOffset.UTC, "test");
        this.graph = graph;
    }

    /** Of a workflow that can call itself. */
    public static EngineHarness calling(Workflows itself) {
        var version = itself.version("v1", Workflows.KEY);
        return new EngineHarness(itself.graph(), Limits.DEFAULT, (key, at) -> Optional.of(version));
    }

    public static EngineHarness of(Workflows workflow) {
        return new EngineHarness(workflow.graph(), Limits.DEFAULT);
    }

    public static TriggerEvent event(String context, ReplyAddress replyTo) {
        return new TriggerEvent(
                ID, "v1", Workflows.KEY, "k1", Workflows.json(context), List.of("caller"), replyTo, null, START);
    }

    public EngineHarness start(String context) {
        return start(event(context, null));
    }

    public EngineHarness start() {
        return start("{'data':{}}");
    }

    public EngineHarness start(TriggerEvent event) {
        Advance advance = engine.start(event, graph, now);
        assertThat(engine.start(event, graph, now)).isEqualTo(advance);
        perform(advance);
        checkRepeat(new Input.Start(event), advance);
        return this;
    }

    /** A start that finds no slot of the workflow's concurrency limit. */
    public EngineHarness queue(TriggerEvent event) {
        Advance advance = engine.queue(event, graph, now);
        assertThat(engine.queue(event, graph, now)).isEqualTo(advance);
        perform(advance);
        checkRepeat(new Input.Start(event), advance);
        return this;
    }

    /** Gives the engine an input, then every turn it asks for. */
    public Advance input(Input input) {
        Advance advance = one(input);
        proceed();
        return advance;
    }

    /** Gives the engine an input, and no further turn. */
    public Advance one(Input input) {
        ExecutionState state = state();
        Header header = state.header();
        var newest = Map.copyOf(state.newestByNode());
        var pending = Map.copyOf(state.pending());
        Advance advance = engine.advance(state, input, graph, now);
        assertThat(state.header()).isSameAs(header);
        assertThat(state.newestByNode()).isEqualTo(newest);
        assertThat(state.pending()).isEqualTo(pending);
        assertThat(engine.advance(rows.reloaded(), input, graph, now)).isEqualTo(advance);
        perform(advance);
        if (input instanceof Input.StepEnded ended && advance.changes().isPresent()) {
            taken.add(ended.result().jobId() + "#" + ended.result().attempt());
        }
        checkRepeat(input, advance);
        return advance;
    }

    /** An owner that crashes behind the commit has told nobody; the same input must then tell all that is still awaited. */
    private void checkRepeat(Input input, Advance first) {
        Advance repeat = engine.advance(state(), input, graph, now);
        boolean onlyTimers =
                repeat.changes().filter(changes -> changes.jobs().isEmpty()).isPresent();
        assertThat(repeat.changes().isEmpty() || onlyTimers)
                .as("the second time changes nothing but a timer that came early: %s", repeat)
                .isTrue();
        if (!onlyTimers) {
            assertThat(Wishes.of(repeat)).containsAll(Wishes.of(first));
        }
    }

    public void proceed() {
        while (!proceeds().isEmpty()) {
            one(new Input.Steer(proceeds().remove()));
        }
    }

    private void perform(Advance advance) {
        advance.changes().ifPresent(rows::write);
        wishes.take(advance);
    }

    /** The result by which a called workflow ends the job that waits for it. */
    public static Input ended(TriggerEvent call, JobStatus status, String result) {
        var caller = call.replyTo();
        String code = status == JobStatus.RESOLVED ? null : "subflow_failed";
        return new Input.StepEnded(new StepResult(
                caller.address(), caller.jobId(), caller.attempt(), status, Workflows.json(result), code, null));
    }

    /** Ends the workflow that was called last. */
    public EngineHarness returned(JobStatus status, String result) {
        input(ended(calls().get(calls().size() - 1), status, result));
        return this;
    }

    /** Whether a job still waits for the workflow. */
    public boolean isAwaited(TriggerEvent call) {
        return state().pending().values().stream()
                .flatMap(job -> CalledWorkflow.of(job).stream())
                .anyMatch(called -> called.executionId().equals(call.executionId()));
    }

    /** Whether the workflow has told its end to the job that waited for it. */
    public boolean hasReturned(TriggerEvent call) {
        return taken.contains(call.replyTo().correlationId());
    }

    /** The events of all workflows that were called. */
    public List<TriggerEvent> calls() {
        return wishes.calls();
    }

    public List<ExecutionCommand.Abort> aborts() {
        return wishes.aborts();
    }

    /** Ends the newest attempt that a worker was asked for on this node. */
    public EngineHarness end(String nodeKey, JobStatus status, String result, String code) {
        StepCommand command = command(nodeKey);
        input(new Input.StepEnded(
                new StepResult(ID, command.jobId(), command.attempt(), status, Workflows.json(result), code, null)));
        return this;
    }

    public EngineHarness resolve(String nodeKey, String result) {
        return end(nodeKey, JobStatus.RESOLVED, result, null);
    }

    public EngineHarness fail(String nodeKey) {
        return end(nodeKey, JobStatus.FAILED, "{'status':503}", "http_503");
    }

    /** Lets time pass; timers come back in the order they are due. */
    public EngineHarness sleep(Duration time) {
        Instant until = now.plus(time);
        while (true) {
            var due = timers().entrySet().stream()
                    .filter(timer -> !timer.getValue().isAfter(until))
                    .min(Map.Entry.comparingByValue());
            if (due.isEmpty()) {
                now = until;
                return this;
            }
            now = due.get().getValue().isAfter(now) ? due.get().getValue() : now;
            timers().remove(due.get().getKey());
            timer(due.get().getKey());
        }
    }

    /** The clock shows another time, and nobody has looked for due timers. */
    public void jump(Duration time) {
        now = now.plus(time);
    }

    /** The sweep has found a timer: its row is gone. No further turn. */
    public Advance sweep(TimerKey key) {
        timers().remove(key);
        return one(new Input.Steer(new ExecutionCommand.TimerDue(ID, key)));
    }

    public Advance timer(TimerKey key) {
        return input(new Input.Steer(new ExecutionCommand.TimerDue(ID, key)));
    }

    public EngineHarness pause() {
        input(new Input.Steer(
                new ExecutionCommand.Pause(ID, "ann", header().steering().taken())));
        return this;
    }

    public EngineHarness resume() {
        input(new Input.Steer(
                new ExecutionCommand.Resume(ID, "ann", header().steering().taken())));
        return this;
    }

    public EngineHarness retry() {
        input(retryInput());
        return this;
    }

    /** As the host makes it: with the ended jobs that the book has. */
    public Input retryInput() {
        return new Input.Retry(new ExecutionCommand.Retry(ID, "ann", header().advance()), rows.unfinished());
    }

    /** What the host reads for a rerun of this execution. */
    public Origin origin(String nodeKey, String path) {
        return rows.origin(nodeKey, path);
    }

    /** An execution of the same workflow that begins at a node of the earlier one. */
    public static EngineHarness rerun(EngineHarness earlier, String nodeKey, String path, String context) {
        var later = new EngineHarness(earlier.graph, Limits.DEFAULT);
        later.rerunOf(earlier, earlier.origin(nodeKey, path), event(context, null));
        later.proceed();
        return later;
    }

    /** Begins as a rerun, without any further turn. */
    public void rerunOf(EngineHarness earlier, Origin origin, TriggerEvent event) {
        now = earlier.now;
        Advance advance = engine.rerun(event, origin, graph, now);
        assertThat(engine.rerun(event, origin, graph, now)).isEqualTo(advance);
        perform(advance);
    }

    public EngineHarness cancel(String by) {
        input(new Input.Steer(new ExecutionCommand.Cancel(ID, by)));
        return this;
    }

    public WorkflowGraph graph() {
        return graph;
    }

    public ExecutionState state() {
        return rows.state();
    }

    public Header header() {
        return state().header();
    }

    public ExecutionStatus status() {
        return header().status();
    }

    public Instant now() {
        return now;
    }

    public Engine engine() {
        return engine;
    }

    public List<Waiting> waiting() {
        return Waiting.of(state(), TYPES);
    }

    public List<Job> jobs() {
        return rows.jobs();
    }

    public List<Job> jobs(String nodeKey) {
        return jobs().stream().filter(job -> job.nodeKey().equals(nodeKey)).toList();
    }

    /** The newest job of the node. */
    public Job job(String nodeKey) {
        var all = jobs(nodeKey);
        assertThat(all).as("jobs of " + nodeKey).isNotEmpty();
        return all.get(all.size() - 1);
    }

    public JsonNode result(String nodeKey) {
        return job(nodeKey).result();
    }

    public List<String> results(String nodeKey) {
        return jobs(nodeKey).stream().map(job -> Json.text(job.result())).toList();
    }

    public Map<TimerKey, Instant> timers() {
        return rows.timers();
    }

    public Deque<ExecutionCommand.Proceed> proceeds() {
        return wishes.proceeds();
    }

    public List<StepCommand> commands() {
        return wishes.commands();
    }

    public StepCommand command(String nodeKey) {
        var all = commands().stream()
                .filter(command -> command.nodeKey().equals(nodeKey))
                .toList();
        assertThat(all).as("commands for " + nodeKey).isNotEmpty();
        return all.get(all.size() - 1);
    }

    public List<StepCancellation> stops() {
        return wishes.stops();
    }

    /** How often the caller was answered, repeats aside. */
    public int callsAnswered() {
        return wishes.callsAnswered();
    }

    public List<Effect.Answer> answers() {
        return wishes.answers();
    }
}
