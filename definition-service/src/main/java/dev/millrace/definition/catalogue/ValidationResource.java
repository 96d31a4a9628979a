package dev.millrace.definition.catalogue;

import static dev.millrace.rest.Roles.ADMIN;
import static dev.millrace.rest.Roles.DESIGNER;

import dev.millrace.definition.web.Body;
import dev.millrace.model.document.DocumentReader;
import dev.millrace.model.document.Validation;
import dev.millrace.model.document.WorkflowDocument;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says what is wrong with a document, without saving it. */
@Path("/api/workflows/validate")
@Tag(name = "Workflows")
@Blocking
class ValidationResource {
    private final DocumentCheck check;
    private final Body body;

    ValidationResource(DocumentCheck check, Body body) {
        this.check = check;
        this.body = body;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, DESIGNER})
    @Operation(
            operationId = "validateWorkflow",
            summary = "Check a document without saving it: violations would refuse it, findings would not")
    @RequestBody(content = @Content(schema = @Schema(implementation = WorkflowDocument.class)))
    public Validation validate(byte[] document) {
        var read = DocumentReader.read(body.read(document));
        return read.document().map(check::validate).orElseGet(() -> new Validation(read.violations(), List.of()));
    }
}
