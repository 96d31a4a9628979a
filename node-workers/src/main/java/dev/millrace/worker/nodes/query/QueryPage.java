package dev.millrace.worker.nodes.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.Records.Selection;
import dev.millrace.datasources.Records.Sort;
import dev.millrace.worker.data.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which of the found records are wanted.
 *
 * @param problem what is wrong with the config, or null
 */
record QueryPage(int page, int pageSize, String problem) {
    static final int MAX_PAGE_SIZE = 10_000;
    private static final int MAX_PAGE = Integer.MAX_VALUE / MAX_PAGE_SIZE;
    private static final int DEFAULT_PAGE_SIZE = 20;

    static QueryPage read(JsonNode params) {
        OptionalInt page = number(params.path("page"), 1, MAX_PAGE);
        OptionalInt pageSize = number(params.path("pageSize"), DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
        if (page.isEmpty()) {
            return wrong("page", MAX_PAGE, params);
        }
        return pageSize.isEmpty()
                ? wrong("pageSize", MAX_PAGE_SIZE, params)
                : new QueryPage(page.getAsInt(), pageSize.getAsInt(), null);
    }

    /** One record stands where its page begins, as in the reference. */
    Selection selection(JsonNode filter, JsonNode sort, JsonNode appends, boolean multiple) {
        return multiple
                ? new Selection(filter, sorts(sort), page, pageSize, Paths.of(appends))
                : new Selection(filter, sorts(sort), (page - 1) * pageSize + 1, 1, Paths.of(appends));
    }

    /** Entries without a field are dropped. */
    private static List<Sort> sorts(JsonNode sort) {
        var sorts = new ArrayList<Sort>();
        sort.forEach(entry -> {
            String field = entry.path("field").asText("");
            if (!field.isBlank()) {
                sorts.add(new Sort(field, entry.path("direction").asText().equalsIgnoreCase("desc")));
            }
        });
        return sorts;
    }

    private static OptionalInt number(JsonNode value, int otherwise, int most) {
        if (value.isMissingNode() || value.isNull() || value.asText().isBlank()) {
            return OptionalInt.of(otherwise);
        }
        boolean isNumber = value.asText().strip().matches("\\d{1,9}");
        int number = isNumber ? Integer.parseInt(value.asText().strip()) : 0;
        return number >= 1 && number <= most ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private static QueryPage wrong(String name, int most, JsonNode params) {
        return new QueryPage(
                1,
                1,
                "Expected params.%s to be a number from 1 to %d, but found %s".formatted(name, most, params.get(name)));
    }
}
