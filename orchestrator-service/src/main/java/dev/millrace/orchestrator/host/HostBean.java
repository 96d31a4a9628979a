package dev.millrace.orchestrator.host;

import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.expressions.ExpressionLanguages;
import dev.millrace.messaging.KafkaSettings;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.Topics;
import dev.millrace.model.status.EndReason;
import dev.millrace.orchestrator.api.ApiExecutionReader;
import dev.millrace.orchestrator.api.Executions;
import dev.millrace.orchestrator.engine.Limits;
import dev.millrace.orchestrator.engine.StepTypes;
import dev.millrace.orchestrator.host.book.Book;
import dev.millrace.orchestrator.host.book.DeadLetterMarks;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** The host as part of the application: comes and goes with it. */
@ApplicationScoped
public class HostBean {
    private final HostSettings settings;
    private final ExpressionLanguages languages;
    private final Host host;

    /** For the proxy. */
    protected HostBean() {
        settings = null;
        languages = null;
        host = null;
    }

    @Inject
    HostBean(HostConfig config, Executions executions, MeterRegistry registry, Vertx vertx) {
        settings = config.settings();
        languages = new ExpressionLanguages();
        var reader = new ApiExecutionReader(executions, vertx);
        host = new Host(settings, languages.byName(), id -> reader.read(id, stepTypes()), registry);
    }

    void start(@Observes StartupEvent event) {
        host.start();
    }

    void stop(@Observes ShutdownEvent event) {
        host.close();
        languages.close();
    }

    /** What keeps the host from its work at the moment. */
    public Map<String, String> problems() {
        return host.status().problems();
    }

    public StepTypes stepTypes() {
        return host.stepTypes();
    }

    /** What was announced of the type; empty when nobody ever did. */
    public Optional<NodeTypeDescriptor> nodeType(String type) {
        return host.nodeType(type);
    }

    /** By name, for calculations and conditions. */
    public Map<String, ExpressionLanguage> languages() {
        return languages.byName();
    }

    public Limits limits() {
        return settings.limits();
    }

    /** Why no execution can begin where the rerun wants it to. */
    public Optional<EndReason> refusal(ExecutionCommand.Rerun rerun) {
        return host.refusal(rerun);
    }

    public Outbox outbox() {
        return host.outbox();
    }

    public Book book() {
        return host.book();
    }

    /** What people did about dead letters. */
    public DeadLetterMarks deadLetterMarks() {
        return host.deadLetterMarks();
    }

    public KafkaSettings kafka() {
        return settings.kafka();
    }

    public Topics topics() {
        return settings.topics();
    }
}
