package dev.millrace.definition.template;

import static dev.millrace.rest.Roles.ADMIN;
import static dev.millrace.rest.Roles.DESIGNER;
import static dev.millrace.rest.Roles.MEMBER;
import static dev.millrace.rest.Roles.OPERATOR;

import dev.millrace.rest.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Workflows to begin one's own with. */
@Path("/api/templates")
@Tag(name = "Workflows")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ADMIN, DESIGNER, OPERATOR, MEMBER})
class TemplateResource {
    private final Page<TemplateView> page;

    TemplateResource(Templates templates) {
        this.page = Page.whole(templates.all().stream().map(TemplateView::of).toList());
    }

    @GET
    @Operation(operationId = "listTemplates", summary = "List the workflows to begin one's own with")
    public Page<TemplateView> list() {
        return page;
    }
}
