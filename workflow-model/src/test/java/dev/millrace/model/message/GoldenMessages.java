package dev.millrace.model.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.descriptor.Branches;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.descriptor.TriggerTypeDescriptor;
import dev.millrace.model.document.BranchIndex;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.document.OnFailure;
import dev.millrace.model.document.RetryPolicy;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One message of each kind with every field set. */
final class GoldenMessages {
    private static final String EXECUTION = "01933f6a-7c00-7abc-8def-0123456789ab";
    private static final String CALLER = "01933f6a-7c00-7000-8000-000000000001";
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

    private GoldenMessages() {}

    /** @param free names of fields that hold the user's JSON */
    record Golden(String name, Class<?> type, Object message, Set<String> free) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Golden> all() {
        return Stream.of(
                golden("workflow-version", workflowVersion(), "config", "options"),
                golden("workflow-version-cancel-running", cancelRunning(), "config", "options"),
                golden("trigger-event", triggerEvent(), "context"),
                golden("step-command", stepCommand(), "config"),
                golden("step-result", stepResult(), "result"),
                golden("trigger-event-of-a-call", calledEvent(), "context"),
                command("execution-command-cancel", new ExecutionCommand.Cancel(EXECUTION, "ada")),
                command("execution-command-cancel-run", new ExecutionCommand.Cancel(EXECUTION, "ada", 2)),
                command("execution-command-pause", new ExecutionCommand.Pause(EXECUTION, "ada", 3)),
                command("execution-command-resume", new ExecutionCommand.Resume(EXECUTION, "ada", 4)),
                command("execution-command-retry", new ExecutionCommand.Retry(EXECUTION, "ada", 7)),
                freely("execution-command-rerun", rerun(), "context"),
                freely("execution-command-resume-job", resumeJob(), "result"),
                command(
                        "execution-command-cancel-reason",
                        new ExecutionCommand.Cancel(
                                EXECUTION, "ada", null, EndReason.of("superseded", "A newer one came"))),
                command("execution-command-begin", new ExecutionCommand.Begin(EXECUTION, null)),
                command(
                        "execution-command-begin-refusal",
                        new ExecutionCommand.Begin(EXECUTION, EndReason.of("concurrency_limit", "No slot is free"))),
                command(
                        "execution-command-abort",
                        new ExecutionCommand.Abort(
                                EXECUTION, "wf-1", "inventory", CALLER + ".4#1", CALLER, "Node call no longer waits")),
                command(
                        "execution-command-timer-due",
                        new ExecutionCommand.TimerDue(EXECUTION, new TimerKey(3, TimerKey.Kind.STEP_TIMEOUT))),
                command("execution-command-proceed", new ExecutionCommand.Proceed(EXECUTION, 7)),
                golden("step-cancellation", new StepCancellation(EXECUTION, EXECUTION + ".4", "request", 2)),
                golden("execution-event", executionEvent()),
                golden("reply", reply(), "output", "body", "headers", "execution"),
                golden("reply-messages", replyWithMessages()),
                golden("catalogue-entry-node", nodeType(), "configSchema", "resultSchema", "example"),
                golden("catalogue-entry-trigger", triggerType(), "configSchema", "contextSchema", "example"));
    }

    private static Golden golden(String name, Object message, String... free) {
        return new Golden(name, message.getClass(), message, Set.of(free));
    }

    private static Golden command(String name, ExecutionCommand command) {
        return freely(name, command);
    }

    private static Golden freely(String name, ExecutionCommand command, String... free) {
        return new Golden(name, ExecutionCommand.class, command, Set.of(free));
    }

    private static ExecutionCommand rerun() {
        return new ExecutionCommand.Rerun(
                EXECUTION,
                "01933f6a-7c00-7000-8000-000000000001",
                "wf-1",
                "inventory",
                "notify",
                "each[3]",
                json("{'data': {'id': 17}}"),
                List.of("outer"),
                "ada");
    }

    private static ExecutionCommand resumeJob() {
        return new ExecutionCommand.ResumeJob(
                EXECUTION, EXECUTION + ".4", 2, "ada", JobStatus.RESOLVED, json("{'paid': true}"));
    }

    private static WorkflowVersion workflowVersion() {
        var retry = new RetryPolicy(3, 1000, RetryPolicy.Backoff.EXPONENTIAL, 60_000L, List.of("timeout", "http_503"));
        var first = new NodeDocument(
                "check", "request", "Check", json("{'url': 'http://x'}"), null, null, retry, 5000L, OnFailure.BRANCH);
        var onError = new NodeDocument(
                "tell",
                "end",
                "Tell",
                json("{'endStatus': -1}"),
                "check",
                BranchIndex.ERROR,
                null,
                null,
                OnFailure.FAIL);
        var branch = new NodeDocument(
                "yes", "end", "Yes", json("{}"), "check", BranchIndex.of(0), null, null, OnFailure.CONTINUE);
        var document = new WorkflowDocument(
                "inventory",
                "Inventory",
                "Checks the stock",
                "collection",
                false,
                true,
                json("{'mode': 1, 'collection': 'shop:orders'}"),
                json("{'timeout': 0, 'stackLimit': 1}"),
                List.of("sales"),
                List.of(first, onError, branch));
        return new WorkflowVersion("wf-1", "inventory", 42, true, true, false, document);
    }

    private static WorkflowVersion cancelRunning() {
        var document = new WorkflowDocument(
                "inventory",
                "Inventory",
                "Checks the stock",
                "collection",
                false,
                false,
                json("{}"),
                json("{}"),
                List.of(),
                List.of());
        return new WorkflowVersion(
                "wf-1", "inventory", 43, false, false, true, document, new WorkflowVersion.CancelRunning("ada", AT));
    }

    private static TriggerEvent triggerEvent() {
        return new TriggerEvent(
                EXECUTION,
                "wf-1",
                "inventory",
                "shop:orders:17:0/16B3748",
                json("{'data': {'id': 17, 'note': null}}"),
                List.of("outer", "inner"),
                new ReplyAddress("instance-1", "call-9", ReplyAddress.Detail.EXECUTION),
                "01933f6a-7c00-7000-8000-000000000001",
                AT);
    }

    private static TriggerEvent calledEvent() {
        return new TriggerEvent(
                EXECUTION,
                "wf-1",
                "inventory",
                CALLER + ".4#2",
                json("{'data': 1}"),
                List.of("outer"),
                ReplyAddress.ofJob(CALLER, CALLER + ".4", 2),
                CALLER,
                AT,
                AT.plusSeconds(60));
    }

    private static StepCommand stepCommand() {
        var secret = new SecretReference(
                "/headers/0/value", List.of(SecretReference.Part.text("Bearer "), SecretReference.Part.env("TOKEN")));
        return new StepCommand(
                EXECUTION,
                EXECUTION + ".4",
                "inventory",
                "notify",
                "request",
                2,
                json("{'headers': [{'name': 'Authorization', 'value': null}]}"),
                List.of(secret),
                AT,
                List.of("inventory"),
                true);
    }

    private static StepResult stepResult() {
        return new StepResult(
                EXECUTION,
                EXECUTION + ".4",
                2,
                JobStatus.FAILED,
                json("{'status': 503}"),
                "http_503",
                "Service unavailable");
    }

    private static ExecutionEvent executionEvent() {
        var job = new ExecutionEvent.JobChange(
                EXECUTION + ".4", "notify", "request", "each[3]", JobStatus.RETRY_NEEDED, 2);
        return new ExecutionEvent(
                EXECUTION,
                "wf-1",
                "inventory",
                9,
                ExecutionStatus.CANCELED,
                new EndReason(EndReason.MANUAL_CANCEL, "ada", "Stopped by ada"),
                List.of(job),
                AT);
    }

    private static Reply reply() {
        return new Reply(
                "instance-1",
                "call-9",
                EXECUTION,
                ExecutionStatus.RESOLVED,
                EndReason.of(EndReason.TIMEOUT, "Ran out of time"),
                json("{'total': 3}"),
                new Reply.Response(201, Map.of("X-A", "b"), json("{'ok': true}")),
                json("{'id': 'x'}"));
    }

    private static Reply replyWithMessages() {
        return new Reply(
                "instance-1",
                "call-9",
                EXECUTION,
                ExecutionStatus.FAILED,
                null,
                null,
                null,
                null,
                List.of("Stock is too low", "Ask sales"));
    }

    private static CatalogueEntry nodeType() {
        var branches = new Branches(List.of(new Branches.Branch(0, "Body")), true, 1, List.of("item", "index"));
        return CatalogueEntry.of(new NodeTypeDescriptor(
                "loop",
                "Loop",
                "control",
                "loop",
                json("{'type': 'object', 'x-ui': 'json'}"),
                json("{'type': 'object'}"),
                branches,
                true,
                true,
                "Repeats.",
                json("{'target': 3}")));
    }

    private static CatalogueEntry triggerType() {
        return CatalogueEntry.of(new TriggerTypeDescriptor(
                "webhook",
                "Webhook",
                "api",
                json("{'type': 'object'}"),
                json("{'properties': {'body': {}}}"),
                true,
                "Starts on a call.",
                json("{'auth': 'none'}")));
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
