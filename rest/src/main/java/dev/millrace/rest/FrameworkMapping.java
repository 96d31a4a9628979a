package dev.millrace.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says as a problem what JAX-RS refuses with a bare status: unknown paths, methods, media types, malformed input. */
public class FrameworkMapping {
    private final AllowedMethods allowed;

    FrameworkMapping(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException refused, RoutingContext request) {
        var bare = refused.getResponse();
        if (bare.hasEntity() || bare.getStatus() < 400) {
            return bare;
        }
        var answer = problem(refused, request).answer();
        if (bare.getStatus() == 405) {
            answer.header(
                    HttpHeaders.ALLOW,
                    String.join(", ", allowed.of(request.request().path())));
        }
        return answer.build();
    }

    private static Problem problem(WebApplicationException refused, RoutingContext request) {
        if (refused.getCause() instanceof JsonProcessingException malformed) {
            return MalformedJson.problem(malformed);
        }
        // JAX-RS takes a query parameter that has not the type for an address that does not exist.
        if (refused instanceof NotFoundException && refused.getCause() != null) {
            return Problem.of(
                    400,
                    "malformed_parameter",
                    "Expected parameters of their types, but could not read one: "
                            + refused.getCause().getMessage());
        }
        return problem(refused.getResponse().getStatus(), request);
    }

    private static Problem problem(int status, RoutingContext request) {
        var method = request.request().method().name();
        var path = request.request().path();
        return switch (status) {
            case 404 -> Problem.of(404, "unknown_path", "Expected a path of the API, but there is nothing at " + path);
            case 405 ->
                Problem.of(405, "method_not_allowed", "Expected a method that " + path + " has, but got " + method);
            case 406 ->
                Problem.of(
                        406,
                        "not_acceptable",
                        "Expected to accept what " + path + " answers, but header Accept is "
                                + request.request().getHeader(HttpHeaders.ACCEPT));
            case 415 ->
                Problem.of(
                        415,
                        "unsupported_media_type",
                        "Expected a body of a type that " + path + " reads (JSON: application/json), but it is of type "
                                + request.request().getHeader(HttpHeaders.CONTENT_TYPE));
            default ->
                Problem.of(
                        status,
                        status < 500 ? "bad_request" : "failed",
                        "Expected to serve " + method + " " + path + ", but it was refused with status " + status);
        };
    }
}
