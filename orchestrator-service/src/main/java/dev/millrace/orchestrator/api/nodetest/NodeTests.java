package dev.millrace.orchestrator.api.nodetest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.variable.SystemVariables;
import dev.millrace.model.variable.Template;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import dev.millrace.orchestrator.engine.Trial;
import dev.millrace.orchestrator.engine.node.ControlNodes;
import dev.millrace.orchestrator.host.HostBean;
import dev.millrace.rest.Problem;
import dev.millrace.rest.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs one node by itself: a control node here, any other by the worker that serves its type. */
@ApplicationScoped
public class NodeTests {
    /** Each one that waits for a worker holds a thread and reads all results. */
    private static final int AT_ONCE = 8;

    private static final Duration LATER = Duration.ofSeconds(1);
    private static final int SAFE_BITS = 53;
    private static final String NO_INSTANCE = "test";
    private static final RandomGenerator RANDOM = new SecureRandom();

    private final HostBean host;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE);

    NodeTests(HostBean host, @ConfigProperty(name = "millrace.orchestrator.node-test.timeout") Duration patience) {
        this.host = host;
        this.patience = patience;
    }

    /** Blocks until the node has ended. */
    NodeTestOutcome run(NodeTestRequest request) {
        var type = testable(request.type());
        var variables = new GivenVariables(request.variables(), system());
        if (ControlNodes.ofType(type.type()).isPresent()) {
            return NodeTestOutcome.of(new Trial(host.limits(), host.languages(), ZoneId.systemDefault())
                    .run(type.type(), request.config(), variables, Instant.now()));
        }
        if (!places.tryAcquire()) {
            throw new ProblemException(Problem.of(
                            429,
                            "too_many_tests",
                            "Expected at most %d tests of nodes at once, but there are more; try again in a moment"
                                    .formatted(AT_ONCE))
                    .retryAfter(LATER));
        }
        try {
            return NodeTestOutcome.of(byWorker(type.type(), request.config(), request.variables(), variables));
        } finally {
            places.release();
        }
    }

    private NodeTypeDescriptor testable(String name) {
        var type = host.nodeType(name)
                .orElseThrow(() -> ProblemException.badRequest(
                        "unknown_node_type",
                        "Expected a node type that somebody serves, but nobody ever announced " + name));
        if (!type.testable()) {
            throw ProblemException.badRequest(
                    "not_testable",
                    "Expected a node type that can run by itself, but %s cannot: run the workflow instead"
                            .formatted(name));
        }
        return type;
    }

    private StepResult byWorker(String type, JsonNode config, JsonNode roots, Variables variables) {
        var resolved = new GivenSecrets(roots.path(VariablePath.ENV))
                .into(Template.compile(config).resolve(variables));
        try {
            return new WorkerTrial(host)
                    .run(type, resolved, patience)
                    .orElseThrow(() -> ProblemException.of(
                            504,
                            "worker_did_not_answer",
                            "Expected a worker of type %s to run the node within %s s, but none answered: see whether one is up (millrace.orchestrator.node-test.timeout sets the time)"
                                    .formatted(type, patience.toSeconds())));
        } catch (KafkaException e) {
            throw ProblemException.of(
                    503,
                    "kafka_unavailable",
                    "Expected Kafka to take the step to a worker, but it did not answer; try again later");
        }
    }

    private static SystemVariables system() {
        return new SystemVariables(
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                ZoneId.systemDefault(),
                NO_INSTANCE,
                () -> RANDOM.nextLong() >>> (Long.SIZE - SAFE_BITS));
    }
}
