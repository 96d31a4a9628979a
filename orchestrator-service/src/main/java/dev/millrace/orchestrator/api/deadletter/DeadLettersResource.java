package dev.millrace.orchestrator.api.deadletter;

import dev.millrace.orchestrator.host.HostBean;
import dev.millrace.orchestrator.host.book.DeadLetterMarks;
import dev.millrace.orchestrator.host.book.DeadLetterMarks.State;
import dev.millrace.rest.Page;
import dev.millrace.rest.ProblemException;
import dev.millrace.rest.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The records that could not be served: read from their topic, sent again, or laid aside. */
@Path("/api/dead-letters")
@Tag(name = "Dead letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.OPERATOR})
@Blocking
public class DeadLettersResource {
    private static final int MAX_LIMIT = 200;
    private static final int SHORT_VALUE = 16 * 1024;
    private static final int LONG_VALUE = 1024 * 1024;

    private final HostBean host;

    DeadLettersResource(HostBean host) {
        this.host = host;
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "List dead letters, newest first, with values up to 16 KiB")
    public Page<DeadLetterView> list(
            @BeanParam LetterFilter filter,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        filter.check();
        var page = reading(reader -> reader.page(filter::accepts, cursor, Math.max(1, Math.min(limit, MAX_LIMIT))));
        return new Page<>(
                page.items().stream()
                        .map(letter -> DeadLetterView.of(letter, SHORT_VALUE))
                        .toList(),
                page.nextCursor());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getDeadLetter", summary = "Read a dead letter, with its value up to 1 MiB")
    public DeadLetterView read(@PathParam("id") String id) {
        return reading(reader -> whole(reader, id));
    }

    @POST
    @Path("{id}/replay")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Send the record again to the topic it came from, with its key and headers")
    public DeadLetterView replay(@PathParam("id") String id, @Context SecurityContext security) {
        return reading(reader -> {
            var letter = find(reader, id);
            if (!letter.hasOriginal()) {
                throw ProblemException.conflict(
                        "nothing_to_replay",
                        "Expected the record as it was, but it was too large to be kept: let whoever sent it send it again");
            }
            mark(reader, letter, State.REPLAYED, security, () -> host.outbox().send(List.of(letter.original())));
            return whole(reader, id);
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(
            operationId = "discardDeadLetter",
            summary = "Lay the letter aside; it stays on its topic and in the list of discarded ones")
    public void discard(@PathParam("id") String id, @Context SecurityContext security) {
        reading(reader -> mark(reader, find(reader, id), State.DISCARDED, security, () -> {}));
    }

    private Letter mark(LetterReader reader, Letter letter, State state, SecurityContext security, Runnable work) {
        DeadLetterMarks marks = host.deadLetterMarks();
        var id = letter.id();
        var by = security.getUserPrincipal().getName();
        if (!marks.mark(id.partition(), id.offset(), reader.first(id.partition()), state, by, work)) {
            throw ProblemException.conflict(
                    "already_handled",
                    "Expected a letter that nobody has handled yet, but %s was replayed or discarded".formatted(id));
        }
        return letter;
    }

    private <T> T reading(Function<LetterReader, T> work) {
        try (var reader = new LetterReader(host)) {
            return work.apply(reader);
        }
    }

    private static DeadLetterView whole(LetterReader reader, String id) {
        return DeadLetterView.of(find(reader, id), LONG_VALUE);
    }

    private static Letter find(LetterReader reader, String id) {
        return LetterId.parse(id)
                .flatMap(reader::find)
                .orElseThrow(() -> ProblemException.notFound("a dead letter with id " + id));
    }
}
