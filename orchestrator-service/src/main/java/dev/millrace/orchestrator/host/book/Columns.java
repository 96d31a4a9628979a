package dev.millrace.orchestrator.host.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.millrace.model.json.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Values as columns take them, and columns as arrays: one array per column makes one statement of many rows. */
public final class Columns {
    private Columns() {}

    /** Empty text stands for an undefined value, which JSON has no word for. */
    public static String json(JsonNode value) {
        if (value == null) {
            return null;
        }
        return value.isMissingNode() ? "" : Json.text(value);
    }

    public static JsonNode json(String column) {
        if (column == null) {
            return null;
        }
        return column.isEmpty() ? MissingNode.getInstance() : Json.parse(column);
    }

    /** A list of texts; null is the empty one. */
    public static List<String> list(String column) {
        var texts = new ArrayList<String>();
        if (column != null) {
            Json.parse(column).forEach(text -> texts.add(text.textValue()));
        }
        return List.copyOf(texts);
    }

    static <T> String record(T value) {
        return value == null ? null : Json.text(value);
    }

    static <T> T record(String column, Class<T> type) {
        return column == null ? null : Json.mapper().convertValue(Json.parse(column), type);
    }

    /** PostgreSQL's text holds everything but the character 0, which a worker may well log. */
    static String text(String value) {
        return value == null ? null : value.replace('\0', '\uFFFD');
    }

    static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant time(OffsetDateTime column) {
        return column == null ? null : column.toInstant();
    }

    static <T> UUID[] uuids(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).map(UUID::fromString).toArray(UUID[]::new);
    }

    static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).map(Columns::text).toArray(String[]::new);
    }

    static <T> OffsetDateTime[] times(Collection<T> rows, Function<T, Instant> column) {
        return rows.stream().map(column).map(Columns::time).toArray(OffsetDateTime[]::new);
    }

    static <T> Integer[] integers(Collection<T> rows, ToIntFunction<T> column) {
        return rows.stream().map(column::applyAsInt).toArray(Integer[]::new);
    }

    static <T> Long[] longs(Collection<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    static <T> Boolean[] flags(Collection<T> rows, Function<T, Boolean> column) {
        return rows.stream().map(column).toArray(Boolean[]::new);
    }
}
