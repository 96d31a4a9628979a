package dev.millrace.definition.data;

import static dev.millrace.rest.Roles.ADMIN;
import static dev.millrace.rest.Roles.DESIGNER;
import static dev.millrace.rest.Roles.MEMBER;
import static dev.millrace.rest.Roles.OPERATOR;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.DataSource;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.DataSources;
import dev.millrace.rest.Page;
import dev.millrace.rest.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The users' databases as collections. */
@Path("/api/data-sources")
@Tag(name = "Data sources")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ADMIN, DESIGNER, OPERATOR, MEMBER})
class DataSourceResource {
    private static final int MOST_AT_ONCE = 16;

    private final DataSources sources;

    DataSourceResource(DataSources sources) {
        this.sources = sources;
    }

    /**
     * @param isDefault whether it is meant where a collection names no data source
     * @param connection how the database answered just now
     */
    @Schema(name = "DataSourceSummary")
    record Summary(
            @JsonProperty("name") String name,
            @JsonProperty("database") String database,
            @JsonProperty("schema") String schema,
            @JsonProperty("default") boolean isDefault,
            @JsonProperty("connection") Connection connection) {}

    @GET
    @Operation(
            operationId = "listDataSources",
            summary = "List the data sources, each with the state of its connection; the first is the default")
    public Uni<Page<Summary>> list() {
        List<DataSource> all = sources.all();
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUni(one -> Connection.ask(one)
                        .map(connection -> new Summary(
                                one.name(),
                                one.settings().database(),
                                one.settings().defaultSchema(),
                                one == all.get(0),
                                connection)))
                .merge(MOST_AT_ONCE)
                .collect()
                .asList()
                .map(found -> Page.whole(found.stream()
                        .sorted(Comparator.comparing(summary ->
                                all.indexOf(sources.find(summary.name()).orElseThrow())))
                        .toList()));
    }

    @GET
    @Path("{name}/collections")
    @Operation(
            operationId = "listCollections",
            summary = "List the collections of a data source, with fields and associations, as last read")
    public Uni<Page<Collection>> collections(@PathParam("name") String name) {
        return answer(name, DataSource::collections);
    }

    @POST
    @Path("{name}/refresh")
    @RolesAllowed({ADMIN, DESIGNER, OPERATOR})
    @Operation(operationId = "refreshDataSource", summary = "Read the structure of a data source anew")
    public Uni<Page<Collection>> refresh(@PathParam("name") String name) {
        return answer(name, DataSource::refresh);
    }

    private Uni<Page<Collection>> answer(
            String name, Function<DataSource, CompletionStage<List<Collection>>> question) {
        var source =
                sources.find(name).orElseThrow(() -> ProblemException.notFound("a data source with the name " + name));
        return Uni.createFrom()
                .completionStage(() -> question.apply(source))
                .map(Page::whole)
                .onFailure(DataSourceException.class)
                .transform(failure ->
                        ProblemException.of(502, ((DataSourceException) failure).code(), failure.getMessage()));
    }
}
