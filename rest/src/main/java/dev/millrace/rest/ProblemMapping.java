package dev.millrace.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers refusals of ours. */
public class ProblemMapping {
    @ServerExceptionMapper
    public Response refused(ProblemException refused) {
        return refused.problem().response();
    }

    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException mismatched) {
        return MalformedJson.unexpected(mismatched).response();
    }
}
