package dev.millrace.worker.nodes.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.datasources.DataSources;
import dev.millrace.model.descriptor.Branches;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.json.Json;
import dev.millrace.worker.data.CollectionStep;
import dev.millrace.worker.sdk.NodeHandler;
import dev.millrace.worker.sdk.Outcome;
import dev.millrace.worker.sdk.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Query records: one of them or null, or a page of them. */
@ApplicationScoped
public class QueryNode implements NodeHandler {
    private static final NodeTypeDescriptor DESCRIPTOR = new NodeTypeDescriptor(
            "query",
            "Query records",
            "collection",
            "search",
            Json.parse("""
                    {
                      "$schema": "https://json-schema.org/draft/2020-12/schema",
                      "type": "object",
                      "required": ["collection"],
                      "properties": {
                        "collection": {"title": "Collection", "type": "string", "minLength": 1, "x-ui": "collection"},
                        "multiple": {"title": "Several records", "type": "boolean", "default": false,
                          "description": "The result is a list; otherwise it is the first record found, or null."},
                        "params": {
                          "type": "object",
                          "properties": {
                            "filter": {"title": "Filter", "type": "object", "x-ui": "filter", "x-template": true},
                            "sort": {"title": "Sort", "type": "array", "x-template": true, "x-ui": "sort",
                              "description": "The primary key breaks ties; records without a value come last.",
                              "items": {"type": "object", "properties": {
                                "field": {"title": "Field", "type": "string"},
                                "direction": {"title": "Direction", "enum": ["asc", "desc"], "default": "asc"}}}},
                            "page": {"title": "Page", "type": ["integer", "string"], "default": 1, "x-template": true,
                              "x-visible-when": {"../multiple": true}},
                            "pageSize": {"title": "Records per page", "type": ["integer", "string"], "default": 20,
                              "x-template": true, "x-visible-when": {"../multiple": true}, "description": "At most 10,000."},
                            "appends": {"title": "Load with", "type": "array", "x-ui": "appends",
                              "items": {"type": "string"},
                              "description": "Associations: category, category.owner."}
                          }
                        },
                        "failOnEmpty": {"title": "Fail when nothing is found", "type": "boolean", "default": false}
                      }
                    }
                    """),
            Json.parse("{\"type\": [\"object\", \"array\", \"null\"], \"title\": \"Record\", \"x-ui\": \"record\"}"),
            Branches.NONE,
            true,
            true,
            "Reads records of a collection. The result is one record or null, or with \"several records\" a list of one page."
                    + " A test run reads the data that is there.",
            Json.parse("""
                    {"collection": "posts", "multiple": true, "params": {"filter": {"$and": [{"title": {"$includes": "news"}}]},
                      "sort": [{"field": "id", "direction": "desc"}], "page": 1, "pageSize": 20, "appends": ["category"]}}
                    """));

    private final DataSources dataSources;

    @Inject
    public QueryNode(DataSources dataSources) {
        this.dataSources = dataSources;
    }

    QueryNode() {
        // for the client proxy
        this.dataSources = null;
    }

    @Override
    public NodeTypeDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public CompletionStage<Outcome> handle(Step step) {
        QueryPage page = QueryPage.read(step.config().path("params"));
        return page.problem() == null
                ? CollectionStep.run(dataSources, step, on -> query(on, page))
                : CompletableFuture.completedFuture(Outcome.error("invalid_config", page.problem()));
    }

    private static CompletionStage<Outcome> query(CollectionStep on, QueryPage page) {
        JsonNode config = on.step().config();
        boolean multiple = config.path("multiple").asBoolean();
        boolean failOnEmpty = config.path("failOnEmpty").asBoolean();
        var selection = page.selection(on.parameter("filter"), on.parameter("sort"), on.parameter("appends"), multiple);
        return on.located()
                .dataSource()
                .records()
                .find(on.located().collection(), selection)
                .thenApply(found -> outcome(found, multiple, failOnEmpty));
    }

    private static Outcome outcome(List<ObjectNode> found, boolean multiple, boolean failOnEmpty) {
        JsonNode result = multiple ? Json.NODES.arrayNode().addAll(found) : first(found);
        return found.isEmpty() && failOnEmpty ? Outcome.failed("empty", result) : Outcome.resolved(result);
    }

    private static JsonNode first(List<ObjectNode> found) {
        return found.isEmpty() ? NullNode.getInstance() : found.get(0);
    }
}
