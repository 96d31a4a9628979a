package dev.millrace.definition.web;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers refusals. */
public class ProblemMapping {
    @ServerExceptionMapper
    public Response answer(ProblemException refused) {
        var problem = refused.problem();
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
