package dev.millrace.datasources.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.millrace.datasources.Field;
import dev.millrace.model.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;

/** What PostgreSQL shows of a column, as JSON. */
public final class ColumnJson {
    /** Beyond it a JSON number loses digits in most readers. */
    private static final BigInteger LARGEST_EXACT = BigInteger.TWO.pow(53);

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final DateTimeFormatter WALL_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ISO_DATE_TIME;
    private static final JsonNodeFactory NODES = Json.NODES;

    private ColumnJson() {}

    /** @param text as the database casts the column to text (an array: to JSON); null for null */
    public static JsonNode of(Field field, String text) {
        if (text == null) {
            return NODES.nullNode();
        }
        return switch (field.type()) {
            case INTEGER, BIG_INTEGER -> integer(new BigInteger(text));
            case DECIMAL -> decimal(text);
            case BOOLEAN -> NODES.booleanNode(text.equals("true"));
            case DATE_TIME -> NODES.textNode(instant(text));
            case LOCAL_DATE_TIME -> NODES.textNode(wallTime(text));
            case JSON -> Json.parse(text);
            case ARRAY -> array(Json.parse(text));
            case BINARY ->
                NODES.textNode(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(text.substring(2))));
            case TEXT, DATE, TIME, UUID, OTHER -> NODES.textNode(text);
        };
    }

    private static JsonNode integer(BigInteger number) {
        return number.abs().compareTo(LARGEST_EXACT) > 0
                ? NODES.textNode(number.toString())
                : compact(number.longValue());
    }

    private static JsonNode compact(long number) {
        return number == (int) number ? NODES.numberNode((int) number) : NODES.numberNode(number);
    }

    /** NaN and the infinities have no JSON number. */
    private static JsonNode decimal(String text) {
        if (!Character.isDigit(text.charAt(text.length() - 1))) {
            return NODES.textNode(text);
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        boolean isInteger = number.scale() <= 0 && number.abs().toBigInteger().compareTo(LARGEST_EXACT) <= 0;
        return isInteger ? compact(number.longValue()) : NODES.numberNode(number);
    }

    private static JsonNode array(JsonNode elements) {
        if (elements instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, array(array.get(i)));
            }
        }
        return elements.isIntegralNumber() ? integer(elements.bigIntegerValue()) : elements;
    }

    /** The session's zone is UTC: {@code 2023-01-01 10:00:00.5+00}. Infinity and years before Christ stay as they are shown. */
    private static String instant(String text) {
        return reformat(text.replace("+00", "Z"), text, INSTANT);
    }

    private static String wallTime(String text) {
        return reformat(text, text, WALL_TIME);
    }

    private static String reformat(String shown, String otherwise, DateTimeFormatter format) {
        try {
            return format.format(
                    LocalDateTime.parse(shown.replace(' ', 'T'), SHOWN).atOffset(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
