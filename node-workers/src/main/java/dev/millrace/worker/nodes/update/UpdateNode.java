package dev.millrace.worker.nodes.update;

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

/** Update the records that a filter finds; filter and change are one atomic statement. */
@ApplicationScoped
public class UpdateNode implements NodeHandler {
    private static final NodeTypeDescriptor DESCRIPTOR = new NodeTypeDescriptor(
            "update",
            "Update records",
            "collection",
            "edit",
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
                              "description": "Must not be empty. Conditions on the values that change belong here: then two steps at once cannot both win."},
                            "values": {"title": "Values", "type": "object", "x-ui": "assignments", "x-template": true,
                              "description": "A number can be changed safely by {\\"$increment\\": -1}."},
                            "individualHooks": {"type": "boolean", "x-ui": "hidden",
                              "description": "Known to imported workflows; every changed record is an event of its own either way."}
                          }
                        }
                      }
                    }
                    """),
            Json.parse("{\"type\": \"integer\", \"description\": \"How many records changed.\"}"),
            Branches.NONE,
            false,
            true,
            "Changes all records that the filter finds. The result is their number: 0 when none was found any more."
                    + " It is not run alone as a test, which would really change them: try the filter in a query.",
            Json.parse("""
                    {"collection": "products", "params": {"filter": {"$and": [{"id": {"$eq": "{{$context.data.product_id}}"}},
                      {"stock": {"$gte": "{{$context.data.quantity}}"}}]}, "values": {"stock": {"$increment": -1}}}}
                    """));

    private final DataSources dataSources;

    @Inject
    public UpdateNode(DataSources dataSources) {
        this.dataSources = dataSources;
    }

    UpdateNode() {
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
                .update(on.located().collection(), on.parameter("filter"), on.parameter("values"), on.origin())
                .thenApply(count -> Outcome.resolved(Json.NODES.numberNode(count))));
    }
}
