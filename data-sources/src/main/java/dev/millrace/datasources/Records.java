package dev.millrace.datasources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Reads and writes the records of one data source. Failures are {@link DataSourceException}s in the stage.
 *
 * <p>Filters are the reference's JSON: {@code {"$and": [{"stock": {"$gte": 3}}]}}, short forms and association paths
 * included. Values may hold {@code {"$increment": n}} for a column in an update.
 */
public interface Records {
    CompletionStage<List<ObjectNode>> find(Collection collection, Selection selection);

    /** The new record, read again with the appends. */
    CompletionStage<ObjectNode> create(
            Collection collection, JsonNode values, List<String> appends, Optional<WriteOrigin> origin);

    /** How many records changed. Filter and change are one atomic statement. An empty filter is refused. */
    CompletionStage<Long> update(Collection collection, JsonNode filter, JsonNode values, Optional<WriteOrigin> origin);

    /** How many records went. An empty filter is refused. */
    CompletionStage<Long> destroy(Collection collection, JsonNode filter, Optional<WriteOrigin> origin);

    /**
     * The chains that these transactions carried; transactions without a ledger row are absent.
     *
     * @param transactionIds 32-bit transaction ids as logical decoding shows them
     */
    CompletionStage<Map<Long, List<String>>> chains(Set<Long> transactionIds);

    /**
     * What to read.
     *
     * @param filter null or an empty object for all
     * @param sort in order; the primary key breaks ties, nulls come last
     * @param page from 1 on
     * @param pageSize at least 1
     * @param appends association paths to load: {@code category}, {@code category.owner}
     */
    record Selection(JsonNode filter, List<Sort> sort, int page, int pageSize, List<String> appends) {
        public Selection {
            sort = sort == null ? List.of() : List.copyOf(sort);
            appends = appends == null ? List.of() : List.copyOf(appends);
        }
    }

    record Sort(String field, boolean descending) {}

    /**
     * Who writes. With it, and where the data source allows a ledger, the write and its result are recorded in one
     * transaction: the same job id a second time writes nothing and returns the recorded result.
     *
     * @param stack workflow keys of the chain, the writer's own last
     */
    record WriteOrigin(String jobId, List<String> stack) {}
}
