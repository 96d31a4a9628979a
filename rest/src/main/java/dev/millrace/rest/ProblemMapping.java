package dev.millrace.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers refusals of ours, and what is away that a request needs. */
public class ProblemMapping {
    @ServerExceptionMapper
    public Response refused(ProblemException refused) {
        return refused.problem().response();
    }

    @ServerExceptionMapper
    public Response unreachable(ConnectException away) {
        return Problem.of(503, "not_available", "Expected the database to be there, but it is away; try again soon")
                .response();
    }

    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException mismatched) {
        return MalformedJson.unexpected(mismatched).response();
    }
}
