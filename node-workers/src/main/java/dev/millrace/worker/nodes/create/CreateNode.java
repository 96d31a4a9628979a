package dev.millrace.worker.nodes.create;

import dev.millrace.datasources.DataSources;
import dev.millrace.model.descriptor.Branches;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.json.Json;
import dev.millrace.worker.data.CollectionStep;
import dev.millrace.worker.data.Paths;
import dev.millrace.worker.sdk.NodeHandler;
import dev.millrace.worker.sdk.Outcome;
import dev.millrace.worker.sdk.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Create a record, with its associations. */
@ApplicationScoped
public class CreateNode implements NodeHandler {
    private static final NodeTypeDescriptor DESCRIPTOR = new NodeTypeDescriptor(
            "create",
            "Create record",
            "collection",
            "plus",
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
                            "values": {"title": "Values", "type": "object", "x-ui": "assignments", "x-template": true,
                              "description": "Fields and associations. A to-one association takes a key, {id} or a new object; a to-many one a list of them."},
                            "appends": {"title": "Load with", "type": "array", "x-ui": "appends", "items": {"type": "string"}}
                          }
                        }
                      }
                    }
                    """),
            Json.parse("{\"type\": \"object\", \"title\": \"Record\", \"x-ui\": \"record\"}"),
            Branches.NONE,
            false,
            true,
            "Creates one record, and new associated records with it, all or nothing. The result is the record as the database has it."
                    + " It is not run alone as a test, which would leave the record behind.",
            Json.parse("""
                    {"collection": "posts", "params": {"values": {"title": "{{$context.data.title}}", "category": {"id": 3}},
                      "appends": ["category"]}}
                    """));

    private final DataSources dataSources;

    @Inject
    public CreateNode(DataSources dataSources) {
        this.dataSources = dataSources;
    }

    CreateNode() {
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
                .create(
                        on.located().collection(),
                        on.parameter("values"),
                        Paths.of(on.parameter("appends")),
                        on.origin())
                .thenApply(Outcome::resolved));
    }
}
