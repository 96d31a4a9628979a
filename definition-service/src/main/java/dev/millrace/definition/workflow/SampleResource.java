package dev.millrace.definition.workflow;

import static dev.millrace.rest.Roles.ADMIN;
import static dev.millrace.rest.Roles.DESIGNER;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.definition.web.Body;
import dev.millrace.rest.Page;
import dev.millrace.rest.Problem;
import dev.millrace.rest.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pinned results of nodes, to draw on with. All versions of a workflow share them. */
@Path("/api/workflows/{id}/samples")
@Tag(name = "Workflows")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({ADMIN, DESIGNER})
class SampleResource {
    private static final String RESULT = "result";

    private final Samples samples;
    private final Body body;
    private final SecurityIdentity identity;

    SampleResource(Samples samples, Body body, SecurityIdentity identity) {
        this.samples = samples;
        this.body = body;
        this.identity = identity;
    }

    /** What is to be pinned. */
    @Schema(name = "PinSample", requiredProperties = RESULT)
    record Pin(@JsonProperty(RESULT) JsonNode result) {}

    @GET
    @Operation(operationId = "listSamples", summary = "List the pinned results of the workflow's nodes")
    public Page<SampleView> list(@PathParam("id") String id) {
        return Page.whole(samples.of(id));
    }

    @PUT
    @Path("{nodeKey}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "pinSample", summary = "Pin a result of a node; node key $trigger pins a context")
    @RequestBody(content = @Content(schema = @Schema(implementation = Pin.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SampleView.class)))
    @APIResponse(
            responseCode = "413",
            description = "sample_too_large",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public SampleView pin(@PathParam("id") String id, @PathParam("nodeKey") String nodeKey, byte[] sample) {
        JsonNode result = body.read(sample).path(RESULT);
        if (result.isMissingNode()) {
            throw new ProblemException(
                    Problem.of(400, "missing_result", "Expected {\"result\": ...}, but there is no result")
                            .at("/" + RESULT));
        }
        return samples.pin(id, nodeKey, result, identity.getPrincipal().getName());
    }

    @DELETE
    @Path("{nodeKey}")
    @Operation(operationId = "unpinSample", summary = "Remove a pinned result")
    public void unpin(@PathParam("id") String id, @PathParam("nodeKey") String nodeKey) {
        samples.unpin(id, nodeKey);
    }
}
