package dev.millrace.rest;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says as a problem that we have failed, where nobody expected it. What it was is for the log alone. */
public class FailureMapping {
    private static final Logger LOG = Logger.getLogger(FailureMapping.class);

    @ServerExceptionMapper
    public Response failed(Exception bug, RoutingContext request) {
        var call = request.request().method().name() + " " + request.request().path();
        var id = UUID.randomUUID();
        LOG.errorf(bug, "%s failed, error %s", call, id);
        return Problem.of(
                        500,
                        "failed",
                        "Expected to serve " + call + ", but failed by a fault of our own; the log tells more of error "
                                + id)
                .response();
    }
}
