package dev.millrace.orchestrator.engine.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.millrace.model.document.Concurrency;
import dev.millrace.model.document.WorkflowOptions;
import dev.millrace.model.json.JsText;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.model.variable.Template;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import dev.millrace.model.variable.Walk;
import java.util.Optional;
import java.util.UUID;

/** When a start of a workflow may run: its concurrency limit and its priority, compiled. */
public final class Admission {
    /** Longer keys are shortened to one that is as good as unique, since they stand in an index. */
    private static final int LONGEST_KEY = 200;

    private final String workflowKey;
    private final Concurrency concurrency;
    private final Template key;
    private final Template priority;

    /**
     * What a start asks for.
     *
     * @param concurrencyKey executions of the workflow with the same one share the limit
     */
    public record Claim(
            String workflowKey, String concurrencyKey, int limit, Concurrency.Overflow overflow, int priority) {}

    Admission(String workflowKey, WorkflowOptions options) {
        this.workflowKey = workflowKey;
        this.concurrency = options.concurrency();
        this.key = concurrency == null ? null : compiled(concurrency.key());
        this.priority = compiled(options.priority());
    }

    /** Of a version that is yet to be called. */
    public static Admission of(WorkflowVersion version) {
        return new Admission(
                version.key(), WorkflowOptions.of(version.document().options()));
    }

    private static Template compiled(JsonNode value) {
        return value == null || value.isNull() ? null : Template.compile(value);
    }

    /** Whether executions need a slot to run. */
    public boolean isLimited() {
        return concurrency != null;
    }

    /** What a start with the context asks for; empty where nothing is limited. */
    public Optional<Claim> claim(JsonNode context) {
        return concurrency == null
                ? Optional.empty()
                : Optional.of(new Claim(
                        workflowKey,
                        concurrencyKey(context),
                        concurrency.limit(),
                        concurrency.overflow(),
                        priority(context)));
    }

    private String concurrencyKey(JsonNode context) {
        JsonNode value = resolve(key, context);
        String text = value.isMissingNode() || value.isNull() ? "" : JsText.of(value);
        return text.length() <= LONGEST_KEY
                ? text
                : text.substring(0, LONGEST_KEY / 2) + UUID.nameUUIDFromBytes(Json.bytes(text));
    }

    /** Greater ones first; 0 where it is not set, or has no whole number for a value. */
    public int priority(JsonNode context) {
        JsonNode value = resolve(priority, context);
        return value.isNumber() && value.canConvertToInt() ? value.intValue() : 0;
    }

    private static JsonNode resolve(Template template, JsonNode context) {
        if (template == null) {
            return MissingNode.getInstance();
        }
        Variables variables = path -> path.root().equals(VariablePath.CONTEXT) && context != null
                ? Walk.along(context, path.after(1))
                : MissingNode.getInstance();
        JsonNode value = template.resolve(variables).value();
        return value == null ? MissingNode.getInstance() : value;
    }
}
