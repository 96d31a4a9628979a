package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.expressions.query.Moment;
import dev.millrace.expressions.query.Query;
import dev.millrace.expressions.query.QueryLanguage;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.Template;
import dev.millrace.model.variable.VariablePath;
import java.util.Optional;

/** Asks a JSON value, by a query in one of three languages. */
final class JsonQueryNode implements ControlNode {
    private static final String DEFAULT_ENGINE = "jmespath";
    private static final String SOURCE = "source";
    private static final String EXPRESSION = "expression";

    /** A number that is another for each job, and the same again when the job is played again. */
    private static final VariablePath SEED = VariablePath.parse("$system.genSnowflakeId");

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                "json-query",
                "JSON query",
                "calculation",
                "file-search",
                Json.parse("""
                        {"type": "object",
                         "properties": {
                           "engine": {"enum": ["jmespath", "jsonpathplus", "jsonata"], "default": "jmespath", "title": "Language",
                             "x-enum-titles": ["JMESPath", "JSONPath", "JSONata"]},
                           "source": {"title": "Source", "x-ui": "template", "description": "The value that is asked."},
                           "expression": {"type": ["string", "null"], "default": "", "title": "Query", "x-ui": "expression",
                             "description": "Templates are put in as text before the query is read."},
                           "model": {"type": "array", "title": "Properties", "x-advanced": true, "description":
                               "What is kept of the answer, or of each of its elements; everything unless set.",
                             "items": {"type": "object", "required": ["path"], "properties": {
                               "path": {"type": "string", "minLength": 1, "title": "Path"},
                               "alias": {"type": "string", "title": "Name",
                                 "description": "Unless set the path, with underscores for its dots."},
                               "label": {"type": "string", "title": "Title"}}}}}}
                        """),
                Json.parse("""
                        {"title": "Answer"}
                        """),
                null,
                true,
                true,
                "Asks a JSON value by a query in JMESPath, JSONPath or JSONata. What finds nothing answers null. A JSONPath to one"
                        + " place answers its value, any other a list. Without a query the answer is the source.",
                Json.parse("""
                        {"engine": "jmespath", "source": "{{$context.data}}", "expression": "items[?price > `10`]",
                         "model": [{"path": "product.name", "alias": "name"}, {"path": "price"}]}
                        """));
    }

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        String engine = node.config().path("engine").asText(DEFAULT_ENGINE);
        Optional<QueryLanguage> language =
                QueryLanguage.named(node.config().path("engine").isNull() ? DEFAULT_ENGINE : engine);
        if (language.isEmpty()) {
            return run -> Move.error(
                    "unknown_engine",
                    "Error: Expected the engine to be jmespath, jsonpathplus or jsonata, but it is " + engine);
        }
        ObjectNode asked = Json.object();
        asked.set(SOURCE, Resolving.valueOf(node.config().path(SOURCE)));
        asked.set(EXPRESSION, Json.NODES.textNode(node.config().path(EXPRESSION).asText("")));
        boolean fixed = compiler.template(asked.path(EXPRESSION)).isConstant();
        return new Asking(
                language.get(),
                fixed ? language.get().compile(asked.path(EXPRESSION).asText()) : null,
                compiler.template(asked),
                PropertyModel.of(node.config().path("model")));
    }

    /** @param fixed the query, or null where templates make it another one each time */
    private record Asking(QueryLanguage language, Query fixed, Template asked, PropertyModel model)
            implements Behaviour {

        @Override
        public Move enter(NodeRun run) {
            return Resolving.then(asked, run.variables(), filled -> ask(run, filled));
        }

        private Move ask(NodeRun run, JsonNode filled) {
            JsonNode source = Resolving.valueOf(filled.path(SOURCE));
            String expression = filled.path(EXPRESSION).asText("");
            if (expression.isBlank()) {
                return Move.resolved(model.keep(source));
            }
            Query query = fixed != null ? fixed : language.compile(expression);
            var moment = new Moment(run.now(), run.variables().lookup(SEED).longValue());
            return Resolving.then(query.ask(source, moment), answer -> Move.resolved(model.keep(answer)));
        }
    }
}
