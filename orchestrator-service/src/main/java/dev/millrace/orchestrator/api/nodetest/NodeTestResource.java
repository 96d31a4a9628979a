package dev.millrace.orchestrator.api.nodetest;

import dev.millrace.rest.Problem;
import dev.millrace.rest.ProblemException;
import dev.millrace.rest.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Test runs of single nodes. */
@Path("/api/nodes/test")
@Tag(name = "Nodes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER})
public class NodeTestResource {
    private final NodeTests tests;

    NodeTestResource(NodeTests tests) {
        this.tests = tests;
    }

    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "testNode",
            summary = "Run one node by itself, on variables that are given; nothing of it is kept")
    @APIResponse(
            responseCode = "200",
            description = "How the node ended, well or badly",
            content = @Content(schema = @Schema(implementation = NodeTestOutcome.class)))
    @APIResponse(
            responseCode = "400",
            description = "unknown_node_type, not_testable, bad_request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "too_many_tests",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "504",
            description = "worker_did_not_answer",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public NodeTestOutcome test(NodeTestRequest request) {
        if (request == null) {
            throw ProblemException.badRequest("bad_request", "Expected a node to test, but the body is empty");
        }
        return tests.run(request.checked());
    }
}
