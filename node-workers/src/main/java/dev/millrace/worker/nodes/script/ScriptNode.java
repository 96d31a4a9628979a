package dev.millrace.worker.nodes.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.millrace.model.descriptor.Branches;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.JobStatus;
import dev.millrace.worker.nodes.script.ScriptEnd.Broken;
import dev.millrace.worker.sdk.NodeHandler;
import dev.millrace.worker.sdk.Outcome;
import dev.millrace.worker.sdk.SchemaFile;
import dev.millrace.worker.sdk.Step;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** JavaScript of the user's, in a sandbox with a memory of its own. Config and results are NocoBase's. */
@ApplicationScoped
public class ScriptNode implements NodeHandler {
    private static final int MAX_LOG_BYTES = 65_536;
    /**
     * What a deadline means is the engine's to say, and it stops the step by a signal; an error of the script's own at that
     * moment would come first. So this is only for signals that are lost.
     */
    private static final Duration AFTER_DEADLINE = Duration.ofSeconds(5);

    private static final NodeTypeDescriptor DESCRIPTOR = new NodeTypeDescriptor(
            "script",
            "JavaScript",
            "extended",
            "code",
            SchemaFile.read(ScriptNode.class, "config-schema.json"),
            Json.object().put("title", "Result"),
            Branches.NONE,
            true,
            true,
            "Runs a script and hands on what it returns, as JSON: dates become texts, functions are lost. The content is the body of an async"
                    + " function whose parameters are the arguments. It has the JavaScript language, and console to write into the step's"
                    + " log; no modules, timers, files or network. An error that it throws, a promise that is never settled,"
                    + " too much time or memory are errors that can be retried, ignored or handled in an error branch.",
            Json.parse("""
                    {"arguments": [{"name": "lines", "value": "{{$context.data.lines}}"}],
                     "content": "const total = lines.reduce((sum, line) => sum + line.quantity * line.price, 0);\\nreturn { total, lines: lines.length };",
                     "timeout": 5000}
                    """));

    private final Sandbox sandbox;
    private final ScriptThreads threads;
    private final long maxMillis;

    @Inject
    public ScriptNode(
            @ConfigProperty(name = "millrace.worker.script.threads", defaultValue = "4") int threads,
            @ConfigProperty(name = "millrace.worker.script.memory-bytes", defaultValue = "134217728") long maxMemory,
            @ConfigProperty(name = "millrace.worker.script.max-time", defaultValue = "60S") Duration maxTime,
            @ConfigProperty(name = "millrace.limits.payload-bytes", defaultValue = "8388608") int maxBytes) {
        this.sandbox = new Sandbox(maxMemory, maxBytes);
        this.threads = new ScriptThreads(threads);
        this.maxMillis = maxTime.toMillis();
    }

    ScriptNode() {
        // for the client proxy
        this.sandbox = null;
        this.threads = null;
        this.maxMillis = 0;
    }

    @Override
    public NodeTypeDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public CompletionStage<Outcome> handle(Step step) {
        var read = ScriptConfig.read(step.config());
        if (read.problem() != null) {
            return CompletableFuture.completedFuture(Outcome.error("invalid_config", read.problem()));
        }
        var log = new ScriptLog(MAX_LOG_BYTES);
        var running = new RunningScript();
        step.stop().whenStopped(() -> running.stop(Broken.stopped()));
        step.deadline()
                .ifPresent(deadline -> threads.stopAfter(
                        Duration.between(Instant.now(), deadline.plus(AFTER_DEADLINE))
                                .toMillis(),
                        running,
                        Broken.deadline()));
        CompletableFuture.runAsync(() -> run(read.config(), log, running), threads)
                .exceptionally(bug -> {
                    running.ended().completeExceptionally(bug);
                    return null;
                });
        return running.ended().thenApply(end -> outcome(end, read.config().goOn(), log));
    }

    private void run(ScriptConfig config, ScriptLog log, RunningScript running) {
        // Not on the script's time.
        sandbox.prepare();
        if (running.begin()) {
            long millis = config.timeout() == 0 ? maxMillis : Math.min(config.timeout(), maxMillis);
            threads.stopAfter(millis, running, Broken.timeout(millis));
            running.end(sandbox.run(config, log));
        }
    }

    private static Outcome outcome(ScriptEnd end, boolean goOn, ScriptLog log) {
        if (end instanceof ScriptEnd.Returned returned) {
            try {
                return new Outcome(JobStatus.RESOLVED, Json.mapper().readTree(returned.json()), null, log.text());
            } catch (JsonProcessingException e) {
                return broken(Broken.unreadable(e.getOriginalMessage()), goOn, log);
            }
        }
        return broken((Broken) end, goOn, log);
    }

    private static Outcome broken(Broken broken, boolean goOn, ScriptLog log) {
        var message = TextNode.valueOf(broken.message());
        return goOn
                ? new Outcome(JobStatus.RESOLVED, message, null, log.text())
                : new Outcome(JobStatus.ERROR, message, broken.errorCode(), log.text());
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
