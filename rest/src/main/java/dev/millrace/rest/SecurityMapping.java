package dev.millrace.rest;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says as a problem why a caller may not do what it asked for. */
public class SecurityMapping {
    @ServerExceptionMapper
    public Uni<Response> notSignedIn(UnauthorizedException refused, RoutingContext request) {
        return challenged(
                Problem.of(
                        401,
                        "not_signed_in",
                        "Expected a token in the header Authorization: Bearer, but there is none; sign in"),
                request);
    }

    @ServerExceptionMapper
    public Uni<Response> invalid(AuthenticationFailedException refused, RoutingContext request) {
        return challenged(invalidToken(), request);
    }

    @ServerExceptionMapper
    public Response invalid(AuthenticationCompletionException refused) {
        return invalidToken().response();
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException refused) {
        return Problem.of(
                        403,
                        "not_allowed",
                        "Expected a user with a role that may do this, but none of yours does; ask an admin")
                .response();
    }

    private static Problem invalidToken() {
        return Problem.of(
                401,
                "invalid_token",
                "Expected a valid token, but this one is forged, foreign or expired; sign in again");
    }

    /** With the challenge of the mechanism that would have signed in. */
    private static Uni<Response> challenged(Problem problem, RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(problem.response());
        }
        return authenticator.getChallenge(request).map(challenge -> challenged(problem, challenge));
    }

    private static Response challenged(Problem problem, ChallengeData challenge) {
        if (challenge == null) {
            return problem.response();
        }
        var answer = problem.answer();
        challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value.toString()));
        return answer.build();
    }
}
