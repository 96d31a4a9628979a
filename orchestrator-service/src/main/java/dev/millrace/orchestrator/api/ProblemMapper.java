package dev.millrace.orchestrator.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Says what is wrong as {@code application/problem+json}. */
@Provider
public class ProblemMapper implements ExceptionMapper<ProblemException> {
    @Override
    public Response toResponse(ProblemException exception) {
        var status = exception.status();
        var problem = new Problem(
                "about:blank",
                status.getReasonPhrase(),
                status.getStatusCode(),
                exception.getMessage(),
                exception.code(),
                List.of());
        return Response.status(status)
                .type("application/problem+json")
                .entity(problem)
                .build();
    }
}
