package dev.millrace.model.variable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.millrace.model.json.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The variables below {@code $system}. All of them follow from what is given here: nothing asks a clock.
 *
 * @param now the time of the advance that looks up
 * @param zone where days, weeks and months begin
 * @param instanceId names the installation
 * @param snowflakeIds gives a new whole number of at most 53 bits at every use
 */
public record SystemVariables(Instant now, ZoneId zone, String instanceId, LongSupplier snowflakeIds)
        implements Variables {

    /** Seconds of 2020-11-10T16:00:00Z, the epoch of snowflake ids in the reference. */
    private static final int SNOWFLAKE_EPOCH = 1_605_024_000;

    private static final DateTimeFormatter ISO_MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** The value at {@code $system.<name>…}; missing for any other root. */
    @Override
    public JsonNode lookup(VariablePath path) {
        List<String> names = path.after(1);
        boolean ours = path.root().equals(VariablePath.SYSTEM) && !names.isEmpty();
        return ours
                ? Walk.along(value(names), names.subList(consumed(names), names.size()))
                : MissingNode.getInstance();
    }

    /** Whether {@code $system} knows the names that follow it. */
    public static boolean knows(List<String> names) {
        return switch (names.isEmpty() ? "" : names.get(0)) {
            case "now", "instanceId", "epoch", "genSnowflakeId" -> true;
            case "dateRange" ->
                names.size() > 1 && DateRange.named(names.get(1)).isPresent();
            default -> false;
        };
    }

    private JsonNode value(List<String> names) {
        return switch (names.get(0)) {
            case "now" -> Json.NODES.textNode(ISO_MILLIS.format(now));
            case "instanceId" -> Json.NODES.textNode(instanceId);
            case "epoch" -> Json.NODES.numberNode(SNOWFLAKE_EPOCH);
            case "genSnowflakeId" -> Json.NODES.numberNode(snowflakeIds.getAsLong());
            case "dateRange" -> dateRange(names);
            default -> MissingNode.getInstance();
        };
    }

    private JsonNode dateRange(List<String> names) {
        return names.size() < 2
                ? MissingNode.getInstance()
                : DateRange.named(names.get(1))
                        .map(range -> range.at(now.atZone(zone)))
                        .orElseGet(MissingNode::getInstance);
    }

    private static int consumed(List<String> names) {
        return Math.min(names.size(), names.get(0).equals("dateRange") ? 2 : 1);
    }
}
