package dev.millrace.definition.workflow;

import static dev.millrace.rest.Roles.ADMIN;
import static dev.millrace.rest.Roles.DESIGNER;
import static dev.millrace.rest.Roles.MEMBER;
import static dev.millrace.rest.Roles.OPERATOR;

import dev.millrace.definition.web.Body;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.rest.Page;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Workflows and their versions. */
@Path("/api/workflows")
@Tag(name = "Workflows")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({ADMIN, DESIGNER})
class WorkflowResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private static final String RUNNING = "finish (default): executions under way go on; cancel: they are cancelled";

    private final Editing editing;
    private final Importing importing;
    private final Reading reading;
    private final Body body;
    private final SecurityIdentity identity;

    WorkflowResource(Editing editing, Importing importing, Reading reading, Body body, SecurityIdentity identity) {
        this.editing = editing;
        this.importing = importing;
        this.reading = reading;
        this.body = body;
        this.identity = identity;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createWorkflow", summary = "Create a workflow; enabled at once if the document says so")
    @RequestBody(content = @Content(schema = @Schema(implementation = WorkflowDocument.class)))
    @APIResponse(
            responseCode = "201",
            description = "The whole first version",
            content = @Content(schema = @Schema(implementation = WorkflowView.class)))
    @APIResponse(responseCode = "422", description = "All violations, with their places")
    public Response create(byte[] document) {
        return created(reading.get(editing.create(body.read(document), actor())));
    }

    @GET
    @RolesAllowed({ADMIN, DESIGNER, OPERATOR, MEMBER})
    @Operation(operationId = "listWorkflows", summary = "List versions, newest first")
    public Page<WorkflowSummary> list(@BeanParam ListQuery query) {
        return reading.list(query.filter());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ADMIN, DESIGNER, OPERATOR, MEMBER})
    @Operation(operationId = "getWorkflow", summary = "Read a version; the ETag serves for If-Match")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WorkflowView.class)))
    public Response get(@PathParam("id") String id) {
        return ok(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
    @Operation(
            operationId = "patchWorkflow",
            summary = "Change some fields; what an executed version does cannot be changed")
    @RequestBody(content = @Content(schema = @Schema(implementation = WorkflowDocument.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WorkflowView.class)))
    @APIResponse(responseCode = "409", description = "version_executed: make a revision and change that")
    @APIResponse(responseCode = "412", description = "Somebody has changed it since it was read")
    public Response patch(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, byte[] patch) {
        editing.patch(id, body.read(patch), ifMatch, actor());
        return ok(id);
    }

    @PUT
    @Path("{id}/graph")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putWorkflowGraph", summary = "Put all nodes at once")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WorkflowView.class)))
    public Response graph(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, byte[] graph) {
        editing.graph(id, body.read(graph), ifMatch, actor());
        return ok(id);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteWorkflow",
            summary = "Delete a version; the current one takes all versions of the workflow along. Executions stay")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Response delete(
            @PathParam("id") String id,
            @Parameter(description = RUNNING) @QueryParam("running") String running,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        editing.delete(id, ifMatch, Running.of(running), actor());
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/enable")
    @RolesAllowed({ADMIN, DESIGNER, OPERATOR})
    @Operation(
            operationId = "enableWorkflow",
            summary = "Enable a version: it becomes the current one, and the one before is disabled")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WorkflowView.class)))
    public Response enable(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        editing.enable(id, ifMatch, actor());
        return ok(id);
    }

    @POST
    @Path("{id}/disable")
    @RolesAllowed({ADMIN, DESIGNER, OPERATOR})
    @Operation(operationId = "disableWorkflow", summary = "Disable a version; what runs goes on, or is cancelled")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WorkflowView.class)))
    public Response disable(
            @PathParam("id") String id,
            @Parameter(description = RUNNING) @QueryParam("running") String running,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        editing.disable(id, ifMatch, Running.of(running), actor());
        return ok(id);
    }

    @POST
    @Path("{id}/revisions")
    @Operation(
            operationId = "reviseWorkflow",
            summary = "Make a new version with the same content, neither current nor enabled")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WorkflowView.class)))
    public Response revise(@PathParam("id") String id) {
        return created(reading.get(editing.revise(id, actor())));
    }

    @POST
    @Path("{id}/duplicate")
    @Operation(
            operationId = "duplicateWorkflow",
            summary = "Make a workflow of its own with the same content, disabled")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WorkflowView.class)))
    public Response duplicate(@PathParam("id") String id) {
        return created(reading.get(editing.duplicate(id, actor())));
    }

    @GET
    @Path("{id}/export")
    @RolesAllowed({ADMIN, DESIGNER, OPERATOR, MEMBER})
    @Operation(operationId = "exportWorkflow", summary = "The version as one document, as import takes it")
    public WorkflowDocument export(@PathParam("id") String id) {
        return reading.export(id);
    }

    @POST
    @Path("import")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importWorkflow",
            summary = "Take in a document of Millrace or NocoBase; with types that nobody serves it is saved disabled")
    @APIResponse(
            responseCode = "201",
            description = "The whole version, with what is doubtful as findings",
            content = @Content(schema = @Schema(implementation = WorkflowView.class)))
    public Response take(byte[] document) {
        var done = importing.take(body.read(document), actor());
        return created(reading.get(done.id(), done.findings()));
    }

    private Response ok(String id) {
        var found = reading.get(id);
        return Response.ok(found.view()).header(HttpHeaders.ETAG, found.etag()).build();
    }

    private static Response created(Reading.Found found) {
        return Response.created(
                        URI.create("/api/workflows/" + found.view().summary().id()))
                .header(HttpHeaders.ETAG, found.etag())
                .entity(found.view())
                .build();
    }

    private String actor() {
        return identity.getPrincipal().getName();
    }
}
