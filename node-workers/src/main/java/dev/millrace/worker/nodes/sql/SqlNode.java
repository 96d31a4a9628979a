package dev.millrace.worker.nodes.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.millrace.datasources.DataSource;
import dev.millrace.datasources.DataSources;
import dev.millrace.datasources.Records.WriteOrigin;
import dev.millrace.datasources.Statements.Answer;
import dev.millrace.datasources.Statements.Bounds;
import dev.millrace.model.descriptor.Branches;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.JobStatus;
import dev.millrace.worker.data.Refusal;
import dev.millrace.worker.sdk.NodeHandler;
import dev.millrace.worker.sdk.Outcome;
import dev.millrace.worker.sdk.SchemaFile;
import dev.millrace.worker.sdk.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** SQL: runs statements on a data source, with values bound to them. */
@ApplicationScoped
public class SqlNode implements NodeHandler {
    /** What stands around the rows in the message of a result. */
    private static final int ENVELOPE_BYTES = 4_096;

    private final DataSources dataSources;
    private final Duration time;
    private final int rows;
    private final int bytes;

    @Inject
    public SqlNode(
            DataSources dataSources,
            @ConfigProperty(name = "millrace.worker.sql.timeout") Duration time,
            @ConfigProperty(name = "millrace.worker.sql.max-rows") int rows,
            @ConfigProperty(name = "millrace.limits.payload-bytes", defaultValue = "8388608") int payloadBytes) {
        this.dataSources = dataSources;
        this.time = time;
        this.rows = rows;
        this.bytes = Math.max(1, payloadBytes - ENVELOPE_BYTES);
    }

    SqlNode() {
        // for the client proxy
        this(null, null, 0, 0);
    }

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                "sql",
                "SQL",
                "collection",
                "database",
                SqlSchema.CONFIG,
                SqlSchema.RESULT,
                Branches.NONE,
                true,
                true,
                "Runs SQL on a data source. Several statements run in one transaction: all of them take effect, or none. The result"
                        + " is the list of rows of the last statement that has rows, and empty where none has. Values are bound by"
                        + " :name, so that no value can become SQL. What wrote is not run again when the step is repeated."
                        + " A test run really runs the statements and keeps what they write.",
                SqlSchema.EXAMPLE);
    }

    @Override
    public CompletionStage<Outcome> handle(Step step) {
        var config = SqlConfig.read(step.config());
        return dataSources
                .named(config.dataSource())
                .thenCompose(source -> run(source, config, step))
                .exceptionallyCompose(Refusal::outcome)
                .thenApply(SqlNode::aborted);
    }

    private CompletionStage<Outcome> run(DataSource source, SqlConfig config, Step step) {
        var origin = new WriteOrigin(step.jobId(), step.stack());
        var running = source.statements().run(config.script(), bounds(step), Optional.of(origin));
        step.stop().whenStopped(running::stop);
        return running.answer()
                .thenApply(answer -> Outcome.resolved(answer.<JsonNode>map(found -> result(found, config.withMeta()))
                        .orElse(NullNode.getInstance())));
    }

    private Bounds bounds(Step step) {
        var left = step.deadline()
                .map(deadline -> Duration.between(Instant.now(), deadline))
                .orElse(time);
        return new Bounds(left, rows, bytes);
    }

    private static JsonNode result(Answer answer, boolean withMeta) {
        var records = Json.NODES.arrayNode().addAll(answer.records());
        if (!withMeta) {
            return records;
        }
        var meta = Json.object().put("rowCount", answer.rowCount());
        var fields = meta.putArray("fields");
        answer.fields().forEach(name -> fields.addObject().put("name", name));
        return Json.NODES.arrayNode().add(records).add(meta);
    }

    /** Out of time as any other step is that takes too long. */
    private static Outcome aborted(Outcome outcome) {
        return "timeout".equals(outcome.errorCode())
                ? new Outcome(JobStatus.ABORTED, outcome.result(), outcome.errorCode(), null)
                : outcome;
    }

    /** Read once. */
    private static final class SqlSchema {
        private static final JsonNode CONFIG = SchemaFile.read(SqlNode.class, "config-schema.json");
        private static final JsonNode RESULT = SchemaFile.read(SqlNode.class, "result-schema.json");
        private static final JsonNode EXAMPLE = Json.parse("""
                {"dataSource": "shop", "sql": "select id, status, quantity from orders where customer_id = :customer order by id",
                 "variables": [{"name": "customer", "value": "{{$context.data.customer_id}}"}]}
                """);
    }
}
