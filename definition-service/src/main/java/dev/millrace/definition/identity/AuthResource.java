package dev.millrace.definition.identity;

import static dev.millrace.rest.Roles.ADMIN;
import static dev.millrace.rest.Roles.DESIGNER;
import static dev.millrace.rest.Roles.MEMBER;
import static dev.millrace.rest.Roles.OPERATOR;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.definition.web.Body;
import dev.millrace.rest.Problem;
import dev.millrace.rest.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Local login. */
@Path("/api/auth")
@Tag(name = "Identity")
@Produces(MediaType.APPLICATION_JSON)
class AuthResource {
    private final Accounts accounts;
    private final Tokens tokens;
    private final Body body;
    private final SecurityIdentity identity;
    private final LoginThrottle throttle = new LoginThrottle(Clock.systemUTC());

    AuthResource(Accounts accounts, Tokens tokens, Body body, SecurityIdentity identity) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.body = body;
        this.identity = identity;
    }

    record Credentials(
            @JsonProperty("username") String username,
            @JsonProperty("password") String password) {}

    record Me(
            @JsonProperty("id") String id,
            @JsonProperty("username") String username,
            @JsonProperty("roles") List<String> roles) {}

    @POST
    @Path("token")
    @PermitAll
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "signIn", summary = "Sign in: a token for the header Authorization: Bearer")
    @RequestBody(content = @Content(schema = @Schema(implementation = Credentials.class)))
    public Tokens.Token token(@Context RoutingContext request, byte[] credentials) {
        JsonNode given = body.read(credentials);
        String username = given.path("username").asText("");
        String address = request.request().remoteAddress().hostAddress();
        throttle.wait(username, address).ifPresent(wait -> {
            throw new ProblemException(tooManyAttempts(wait));
        });
        var account = accounts.verify(username, given.path("password").asText(""));
        if (account.isEmpty()) {
            throttle.failed(username, address);
            throw ProblemException.of(
                    401, "wrong_credentials", "Expected a user and the password of that user, but they do not fit");
        }
        throttle.succeeded(username, address);
        return tokens.issue(account.get());
    }

    private static Problem tooManyAttempts(Duration wait) {
        return Problem.of(
                        429,
                        "too_many_attempts",
                        "Expected fewer wrong passwords, but there were many; wait %d s"
                                .formatted(wait.toSeconds() + 1))
                .retryAfter(wait);
    }

    @GET
    @Path("me")
    @RolesAllowed({ADMIN, DESIGNER, OPERATOR, MEMBER})
    @Operation(operationId = "whoAmI", summary = "Who the token says I am")
    public Me me() {
        String name = identity.getPrincipal().getName();
        String id = identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : name;
        return new Me(id, name, identity.getRoles().stream().sorted().toList());
    }
}
