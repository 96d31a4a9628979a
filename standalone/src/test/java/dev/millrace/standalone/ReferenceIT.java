package dev.millrace.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The reference documentation says what the types say of themselves. With {@code -Dreference=write} it is written instead of
 * compared.
 */
class ReferenceIT {
    private static final Path DOCS = Path.of("..", "docs");

    private static StandaloneProcess standalone;

    @BeforeAll
    static void start() throws Exception {
        standalone = SharedStandalone.get();
    }

    @Test
    void shouldDescribeEveryNodeType() throws Exception {
        check("nodes.md", Reference.nodes(items("/api/node-types")));
    }

    @Test
    void shouldDescribeEveryTriggerType() throws Exception {
        check("triggers.md", Reference.triggers(items("/api/trigger-types")));
    }

    private static JsonNode items(String path) throws Exception {
        return standalone.get(path).body().path("items");
    }

    private static void check(String file, String expected) throws Exception {
        if ("write".equals(System.getProperty("reference"))) {
            Files.writeString(DOCS.resolve(file), expected);
        }
        assertThat(DOCS.resolve(file))
                .as("docs/%s says what the types say; CONTRIBUTING.md tells how to write it anew", file)
                .content()
                .isEqualTo(expected);
    }
}
