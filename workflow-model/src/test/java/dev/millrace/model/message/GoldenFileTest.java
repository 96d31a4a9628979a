package dev.millrace.model.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The wire format of every message. A golden file is never changed: services of two versions run side by side during an upgrade,
 * and records stay on Kafka for days. A change that these tests refuse needs a new version of the message.
 */
class GoldenFileTest {
    static Stream<GoldenMessages.Golden> messages() {
        return GoldenMessages.all();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldReadWhatWasWrittenBefore(GoldenMessages.Golden golden) {
        assertThat(Json.read(bytes(golden.name()), golden.type())).isEqualTo(golden.message());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldWriteTheSame(GoldenMessages.Golden golden) {
        assertThat(Json.parse(Json.text(golden.message())))
                .isEqualTo(Json.parse(new String(bytes(golden.name()), StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldIgnoreWhatLaterVersionsAdd(GoldenMessages.Golden golden) {
        // given
        JsonNode later = Json.read(bytes(golden.name()), JsonNode.class);
        addUnknownField(later, golden.free());

        // then
        assertThat(Json.read(Json.bytes(later), golden.type())).isEqualTo(golden.message());
    }

    /** @param free the fields whose content is the user's, where an addition is a difference */
    private static void addUnknownField(JsonNode value, Set<String> free) {
        value.properties().stream()
                .filter(field -> !free.contains(field.getKey()))
                .forEach(field -> addUnknownField(field.getValue(), free));
        if (value.isArray()) {
            value.forEach(element -> addUnknownField(element, free));
        }
        if (value instanceof ObjectNode object) {
            object.putObject("addedLater").put("by", "somebody");
        }
    }

    static byte[] bytes(String name) {
        try (var stream = GoldenFileTest.class.getResourceAsStream("/golden/" + name + ".v1.json")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
