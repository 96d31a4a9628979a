package dev.millrace.definition.catalogue;

import static dev.millrace.rest.Roles.ADMIN;
import static dev.millrace.rest.Roles.DESIGNER;
import static dev.millrace.rest.Roles.MEMBER;
import static dev.millrace.rest.Roles.OPERATOR;

import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.descriptor.TriggerTypeDescriptor;
import dev.millrace.rest.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What workflows can be made of. */
@Path("/api")
@Tag(name = "Catalogue")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ADMIN, DESIGNER, OPERATOR, MEMBER})
class CatalogueResource {
    private final Catalogue catalogue;

    CatalogueResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Path("node-types")
    @Operation(operationId = "listNodeTypes", summary = "List the node types that workers have announced")
    public Page<NodeTypeDescriptor> nodeTypes() {
        return Page.whole(catalogue.nodes());
    }

    @GET
    @Path("trigger-types")
    @Operation(operationId = "listTriggerTypes", summary = "List the trigger types that services have announced")
    public Page<TriggerTypeDescriptor> triggerTypes() {
        return Page.whole(catalogue.triggers());
    }
}
