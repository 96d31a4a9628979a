package dev.millrace.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An interface as the services have them. */
@Path("/sample")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SampleResource {
    record Order(@JsonProperty("lines") List<Line> lines) {}

    record Line(@JsonProperty("count") int count) {}

    @GET
    @PermitAll
    public Page<Integer> list(@QueryParam("limit") int limit) {
        return new Page<>(List.of(limit), "next");
    }

    @GET
    @Path("mine")
    @RolesAllowed(Roles.OPERATOR)
    public Map<String, String> mine() {
        return Map.of("it", "is yours");
    }

    @GET
    @Path("busy")
    @PermitAll
    public JsonNode busy() {
        throw new ProblemException(Problem.of(429, "too_many", "Expected fewer calls, but there were many")
                .retryAfter(Duration.ofMillis(1200)));
    }

    @GET
    @Path("broken")
    @PermitAll
    public JsonNode broken() {
        throw new IllegalStateException("with a secret in it");
    }

    @PUT
    @Path("parts/{id}/{part: [a-z]+}")
    @PermitAll
    public String part(@PathParam("id") String id, @PathParam("part") String part) {
        return id + part;
    }

    @POST
    @PermitAll
    public Order order(Order order) {
        return order;
    }
}
