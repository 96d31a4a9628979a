package dev.millrace.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The reference documentation says what the types say of themselves, and the web interface is compiled against the interface that the
 * services have. With {@code -Dreference=write} both are written instead of compared.
 */
class ReferenceIT {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path WEBUI = Path.of("..", "definition-service", "src", "main", "webui");

    private static StandaloneProcess standalone;

    @BeforeAll
    static void start() throws Exception {
        standalone = SharedStandalone.get();
    }

    @Test
    void shouldDescribeEveryNodeType() throws Exception {
        check(DOCS.resolve("nodes.md"), Reference.nodes(items("/api/node-types")));
    }

    @Test
    void shouldDescribeEveryTriggerType() throws Exception {
        check(DOCS.resolve("triggers.md"), Reference.triggers(items("/api/trigger-types")));
    }

    @Test
    void shouldDescribeTheInterfaceThatTheWebUiIsCompiledAgainst() throws Exception {
        check(
                WEBUI.resolve("openapi.json"),
                Reference.openApi(standalone.get("/q/openapi?format=json").body()));
    }

    private static JsonNode items(String path) throws Exception {
        return standalone.get(path).body().path("items");
    }

    private static void check(Path file, String expected) throws Exception {
        if ("write".equals(System.getProperty("reference"))) {
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as(
                        "%s says what the product says of itself; CONTRIBUTING.md tells how to write it anew",
                        file.getFileName())
                .content()
                .isEqualTo(expected);
    }
}
