package dev.millrace.datasources.value;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Field;
import dev.millrace.model.json.Json;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** JSON values as the texts that PostgreSQL casts to a column's type. */
public final class ColumnText {
    private final MomentText moments;

    /** @param zone in which dates without a zone are meant */
    public ColumnText(ZoneId zone) {
        this.moments = new MomentText(zone);
    }

    /**
     * The value for the column, null for null.
     *
     * @throws DataSourceException {@code invalid_value} when the value is not one of the column's type
     */
    public String of(Field field, JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return null;
        }
        return convert(field, value).orElseThrow(() -> invalid(field, value));
    }

    public static DataSourceException invalid(Field field, JsonNode value) {
        return new DataSourceException(
                "invalid_value",
                "Expected a value of type %s for field \"%s\", but %s is none"
                        .formatted(field.databaseType(), field.name(), shortened(Json.text(value))));
    }

    private Optional<String> convert(Field field, JsonNode value) {
        return switch (field.type()) {
            case TEXT, OTHER -> scalar(value);
            case INTEGER, BIG_INTEGER -> integer(field, value);
            case DECIMAL -> decimal(value);
            case BOOLEAN -> bool(value);
            case DATE -> moments.date(value);
            case TIME -> Optional.of(value).filter(JsonNode::isTextual).map(JsonNode::textValue);
            case DATE_TIME -> moments.instant(value);
            case LOCAL_DATE_TIME -> moments.wallTime(value);
            case UUID -> uuid(value);
            case JSON -> Optional.of(Json.text(value));
            case BINARY -> binary(value);
            case ARRAY -> Optional.of(ArrayText.of(value));
        };
    }

    private static Optional<String> scalar(JsonNode value) {
        return value.isContainerNode() ? Optional.empty() : Optional.of(value.asText());
    }

    private static Optional<String> integer(Field field, JsonNode value) {
        return number(value)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.toBigInteger().bitLength() < bits(field))
                .map(number -> number.toBigInteger().toString());
    }

    private static int bits(Field field) {
        return switch (field.databaseType()) {
            case "int2" -> Short.SIZE;
            case "int4" -> Integer.SIZE;
            default -> Long.SIZE;
        };
    }

    private static Optional<String> decimal(JsonNode value) {
        return number(value).map(BigDecimal::toString).or(() -> notFinite(value));
    }

    private static Optional<String> notFinite(JsonNode value) {
        return Optional.of(value.asText()).filter(List.of("NaN", "Infinity", "-Infinity")::contains);
    }

    /** The number that the value is or, as a text, shows. */
    public static Optional<BigDecimal> number(JsonNode value) {
        if (!value.isNumber() && !value.isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(value.asText().strip())).filter(ColumnText::isReasonable);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Writing out 1e999999999 would fill the memory; PostgreSQL's numeric ends before 10^131072. */
    private static boolean isReasonable(BigDecimal number) {
        return Math.abs((long) number.scale()) < 20_000;
    }

    private static Optional<String> bool(JsonNode value) {
        return switch (value.asText()) {
            case "true", "1" -> Optional.of("true");
            case "false", "0" -> Optional.of("false");
            default -> Optional.empty();
        };
    }

    private static Optional<String> uuid(JsonNode value) {
        try {
            return Optional.of(UUID.fromString(value.asText().strip()).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> binary(JsonNode value) {
        try {
            return value.isTextual()
                    ? Optional.of(
                            "\\x" + HexFormat.of().formatHex(Base64.getDecoder().decode(value.textValue())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The elements of a list; a single value is a list of one, null of none. Nulls are left out. */
    public static List<JsonNode> elements(JsonNode value) {
        var elements = new ArrayList<JsonNode>();
        (value.isArray() ? value : Json.NODES.arrayNode().add(value)).forEach(elements::add);
        elements.removeIf(element -> element.isNull() || element.isMissingNode());
        return elements;
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
