package dev.millrace.rest.contract;

import dev.millrace.rest.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Tells in the contract what holds for every interface and cannot be read from classes: problems, and JSON as it is. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String VIOLATION = "Violation";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getComponents() == null) {
            contract.setComponents(OASFactory.createComponents());
        }
        schemas(contract.getComponents());
        if (contract.getPaths() != null && contract.getPaths().getPathItems() != null) {
            contract.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                    .values()
                    .forEach(ContractFilter::refusals));
        }
    }

    private static void schemas(Components components) {
        // What the classes look like inside is none of the contract.
        components.addSchema("JsonNode", OASFactory.createSchema().description("Any JSON value"));
        components.removeSchema("JsonNodeType");
        components.addSchema(
                "BranchIndex",
                OASFactory.createSchema()
                        .description(
                                "Number of a branch of the upstream node, \"error\" for its error branch, null for behind it")
                        .oneOf(List.of(
                                typed(SchemaType.INTEGER).format("int32"),
                                typed(SchemaType.STRING).enumeration(List.of("error")),
                                typed(SchemaType.NULL))));
        components.addSchema(
                VIOLATION,
                record(Map.of(
                        "pointer", text("JSON pointer to the field at fault"),
                        "code", text("For machines"),
                        "detail", text("One sentence, Expected to ..., but ..."))));
        components.addSchema(PROBLEM, problem());
    }

    /** RFC 9457, with our own members. */
    private static Schema problem() {
        return record(Map.of(
                        "type", text("about:blank: the code says what kind it is"),
                        "title", text("The status in words"),
                        "status", typed(SchemaType.INTEGER).format("int32"),
                        "detail", text("One sentence, Expected to ..., but ..."),
                        "code", text("For machines"),
                        "errors", typed(SchemaType.ARRAY).items(reference(VIOLATION))))
                .addProperty("executionId", text("The execution that was started all the same"));
    }

    private static Schema record(Map<String, Schema> properties) {
        var schema = typed(SchemaType.OBJECT);
        properties.keySet().stream().sorted().forEach(name -> {
            schema.addProperty(name, properties.get(name));
            schema.addRequired(name);
        });
        return schema;
    }

    private static Schema text(String description) {
        return typed(SchemaType.STRING).description(description);
    }

    private static Schema typed(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(name);
    }

    private static void refusals(Operation operation) {
        var responses = operation.getResponses();
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.matches("[45]..") && isEmpty(response.getContent())) {
                response.setContent(problemContent());
            }
        });
        if (responses.getDefaultValue() == null) {
            APIResponse refused = OASFactory.createAPIResponse().description("Refused or failed: the code says why");
            responses.setDefaultValue(refused.content(problemContent()));
        }
    }

    private static boolean isEmpty(Content content) {
        return content == null
                || content.getMediaTypes() == null
                || content.getMediaTypes().isEmpty();
    }

    private static Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(reference(PROBLEM)));
    }
}
