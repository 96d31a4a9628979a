package dev.millrace.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|``",
                "'x'|``",
                "{'nodes':5}|/nodes",
                "{'sync':{}}|/sync",
                "{'nodes':[{'key':'a'},{'key':'b','branchIndex':'x'}]}|/nodes/1/branchIndex",
                "{'nodes':[{'retry':{'maxAttempts':'many'}}]}|/nodes/0/retry/maxAttempts",
                "{'nodes':[{'onFailure':'panic'}]}|/nodes/0/onFailure"
            })
    void shouldSayWhereTheShapeIsWrong(String json, String pointer) {
        var read = DocumentReader.read(Json.parse(json.replace('\'', '"')));

        assertThat(read.document()).isEmpty();
        assertThat(read.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo(pointer);
            assertThat(violation.code()).isEqualTo("malformed");
            assertThat(violation.detail()).startsWith("Expected ").contains(", but ");
        });
    }

    @Test
    void shouldSpellOutALimitOfConcurrency() throws Exception {
        // given
        var given = Json.mapper().readTree("{\"options\": {\"concurrency\": 3, \"kept\": true}}");

        // when
        var document = Json.mapper().treeToValue(given, WorkflowDocument.class);

        // then
        assertThat(document.options()).hasToString("{\"concurrency\":{\"limit\":3},\"kept\":true}");
    }

    @Test
    void shouldReadADocumentAndIgnoreWhatItDoesNotKnow() {
        var read =
                DocumentReader.read(Json.parse("{\"type\": \"manual\", \"more\": 1, \"nodes\": [{\"key\": \"a\"}]}"));

        assertThat(read.violations()).isEmpty();
        assertThat(read.document())
                .hasValueSatisfying(document -> assertThat(document.nodes()).hasSize(1));
    }
}
