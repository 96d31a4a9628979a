package dev.millrace.worker.nodes.destroy;

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
import java.util.concurrent.CompletionStage;

/** Delete the records that a filter finds. */
@ApplicationScoped
public class DestroyNode implements NodeHandler {
    private static final NodeTypeDescriptor DESCRIPTOR = new NodeTypeDescriptor(
            "destroy",
            "Delete records",
            "collection",
            "delete",
            Json.parse("""
                    {
                      "$schema": "https://json-schema.org/draft/2020-12/schema",
                      "type": "object",
                      "required": ["collection"],
                      "properties": {
                        "collection": {"title": "Collection", "type": "string", "minLength": 1, "x-ui": "collection"},
                        "params": {
                          "type": "object",
                          "properties": {
                            "filter": {"title": "Filter", "type": "object", "x-ui": "filter", "x-template": true,
                              "description": "Must not be empty."}
                          }
                        }
                      }
                    }
                    """),
            Json.parse("{\"type\": \"integer\", \"description\": \"How many records were deleted.\"}"),
            Branches.NONE,
            false,
            true,
            "Deletes all records that the filter finds. The result is their number."
                    + " It is not run alone as a test, which would really delete them: try the filter in a query.",
            Json.parse("""
                    {"collection": "posts", "params": {"filter": {"$and": [{"id": {"$in": "{{$jobsMapByNodeKey.old.id}}"}}]}}}
                    """));

    private final DataSources dataSources;

    @Inject
    public DestroyNode(DataSources dataSources) {
        this.dataSources = dataSources;
    }

    DestroyNode() {
        // for the client proxy
        this.dataSources = null;
    }

    @Override
    public NodeTypeDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public CompletionStage<Outcome> handle(Step step) {
        return CollectionStep.run(dataSources, step, on -> on.located()
                .dataSource()
                .records()
                .destroy(on.located().collection(), on.parameter("filter"), on.origin())
                .thenApply(count -> Outcome.resolved(Json.NODES.numberNode(count))));
    }
}
